import { murmur3 } from './hash';

interface Leaf<V> {
  entries: Map<string, V>;
  children: null;
  /** The batch of changes that made the node, and alone may still edit it in place. */
  owner: object | null;
}
interface Branch<V> {
  entries: null;
  children: (Node<V> | undefined)[];
  owner: object | null;
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
    return new BigMap<V>({ entries: new Map(), children: null, owner: null }, 0);
  }

  get(key: string): V | undefined {
    let node: Node<V> | undefined = this.root;
    if (node.entries !== null) return node.entries.get(key);
    for (let rest = murmur3(key); node !== undefined; rest >>>= 5) {
      if (node.entries !== null) return node.entries.get(key);
      node = node.children[rest & 31];
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** A map with the entries set, or removed where the value is undefined. */
  with(changes: Iterable<readonly [string, V | undefined]>): BigMap<V> {
    const owner = {};
    let root = this.root;
    let count = 0;
    const added = { size: this.size };
    for (const [key, value] of changes) {
      root = change(root, key, value, { owner, added, hash: root.entries === null ? murmur3(key) : 0 }, 0);
      count += 1;
    }
    return count === 0 ? this : new BigMap(root, added.size);
  }

  *entries(): Generator<[string, V]> {
    const open: Node<V>[] = [this.root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.entries !== null) yield* node.entries;
      else for (const child of node.children) if (child !== undefined) open.push(child);
    }
  }
}

interface Edit {
  owner: object;
  added: { size: number };
  hash: number;
}

function change<V>(node: Node<V>, key: string, value: V | undefined, edit: Edit, shift: number): Node<V> {
  if (node.entries !== null) return changeLeaf(node, key, value, edit, shift);
  const isOwn = node.owner === edit.owner;
  const branch: Branch<V> = isOwn ? node : { entries: null, children: node.children.slice(), owner: edit.owner };
  const slot = (edit.hash >>> shift) & 31;
  branch.children[slot] = change(branch.children[slot] ?? newLeaf(edit.owner), key, value, edit, shift + 5);
  return branch;
}

function changeLeaf<V>(node: Leaf<V>, key: string, value: V | undefined, edit: Edit, shift: number): Node<V> {
  const leaf = node.owner === edit.owner ? node : newLeaf(edit.owner, node.entries);
  const before = leaf.entries.size;
  if (value === undefined) leaf.entries.delete(key);
  else leaf.entries.set(key, value);
  edit.added.size += leaf.entries.size - before;
  return leaf.entries.size > FULL_LEAF && shift < LAST_SHIFT ? split(leaf, edit.owner, shift) : leaf;
}

function split<V>(leaf: Leaf<V>, owner: object, shift: number): Branch<V> {
  const children: (Leaf<V> | undefined)[] = new Array(32).fill(undefined);
  for (const [key, value] of leaf.entries) {
    const slot = (murmur3(key) >>> shift) & 31;
    const child = children[slot] ?? newLeaf<V>(owner);
    child.entries.set(key, value);
    children[slot] = child;
  }
  return { entries: null, children, owner };
}

function newLeaf<V>(owner: object, from?: Map<string, V>): Leaf<V> {
  return { entries: new Map(from), children: null, owner };
}
