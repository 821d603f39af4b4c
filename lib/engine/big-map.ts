import { murmur3 } from './hash';

type Leaf<V> = Map<string, V>;
interface Branch<V> {
  children: (Node<V> | undefined)[];
}
type Node<V> = Leaf<V> | Branch<V>;

const FULL_LEAF = 1024;
const LAST_SHIFT = 30;

/**
 * An immutable map whose edits share all untouched parts with the map they came from: a hash trie with fat leaves.
 * Changing one of a million entries copies about a thousand; a small map is one plain Map and needs no hashing.
 */
export class BigMap<V> {
  private constructor(
    private readonly root: Node<V>,
    readonly size: number,
  ) {}

  static empty<V>(): BigMap<V> {
    return new BigMap<V>(new Map(), 0);
  }

  get(key: string): V | undefined {
    let node: Node<V> | undefined = this.root;
    if (node instanceof Map) return node.get(key);
    for (let rest = murmur3(key); node !== undefined; rest >>>= 5) {
      if (node instanceof Map) return node.get(key);
      node = node.children[rest & 31];
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** A map with the entries set, or removed where the value is undefined. */
  with(changes: Iterable<readonly [string, V | undefined]>): BigMap<V> {
    const edit = new Edit(this.root);
    for (const [key, value] of changes) edit.apply(key, value);
    return edit.touched ? new BigMap(edit.root, this.size + edit.grown) : this;
  }

  *entries(): Generator<[string, V]> {
    const open: Node<V>[] = [this.root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node instanceof Map) yield* node;
      else for (const child of node.children) if (child !== undefined) open.push(child);
    }
  }
}

/** One batch of changes: every node is copied at most once, those made by the batch are edited in place. */
class Edit<V> {
  grown = 0;
  touched = false;
  private readonly own = new Set<Node<V>>();

  constructor(public root: Node<V>) {}

  apply(key: string, value: V | undefined): void {
    this.touched = true;
    this.root = this.change(this.root, key, value, this.root instanceof Map ? 0 : murmur3(key), 0);
  }

  private change(node: Node<V>, key: string, value: V | undefined, rest: number, shift: number): Node<V> {
    if (node instanceof Map) return this.changeLeaf(node, key, value, shift);
    const branch = this.ownBranch(node);
    const slot = rest & 31;
    branch.children[slot] = this.change(branch.children[slot] ?? this.newLeaf(), key, value, rest >>> 5, shift + 5);
    return branch;
  }

  private changeLeaf(node: Leaf<V>, key: string, value: V | undefined, shift: number): Node<V> {
    const leaf = this.own.has(node) ? node : this.newLeaf(node);
    const before = leaf.size;
    if (value === undefined) leaf.delete(key);
    else leaf.set(key, value);
    this.grown += leaf.size - before;
    return leaf.size > FULL_LEAF && shift < LAST_SHIFT ? this.split(leaf, shift) : leaf;
  }

  private split(leaf: Leaf<V>, shift: number): Branch<V> {
    const children: (Leaf<V> | undefined)[] = new Array(32).fill(undefined);
    for (const [key, value] of leaf) {
      const slot = (murmur3(key) >>> shift) & 31;
      const child = children[slot] ?? this.newLeaf();
      children[slot] = child.set(key, value);
    }
    const branch: Branch<V> = { children };
    this.own.add(branch);
    return branch;
  }

  private ownBranch(node: Branch<V>): Branch<V> {
    if (this.own.has(node)) return node;
    const copy: Branch<V> = { children: node.children.slice() };
    this.own.add(copy);
    return copy;
  }

  private newLeaf(from?: Leaf<V>): Leaf<V> {
    const leaf: Leaf<V> = new Map(from);
    this.own.add(leaf);
    return leaf;
  }
}
