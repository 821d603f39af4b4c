import type { Root } from 'test-renderer';

/** The texts that a tree shows, in order, one after another. */
export function shownText({ container }: Root): string {
  const texts = (nodes: typeof container.children): string[] =>
    nodes.flatMap((node) => (typeof node === 'string' ? [node] : texts(node.children)));
  return texts(container.children).join(' ');
}
