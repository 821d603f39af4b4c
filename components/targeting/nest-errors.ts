import type { FieldErrors } from 'react-hook-form';
import type { Draft } from './draft';

export interface PathError {
  path: string;
  type: string;
  message: string;
}

type Node = { [name: string]: Node | string };

/** Errors by path as react-hook-form keeps them: nested; an error of a list stands beside those of its entries. */
export function nestErrors(errors: readonly PathError[]): FieldErrors<Draft> {
  const root: Node = {};
  for (const { path, type, message } of errors) {
    let node = root;
    // The whole configuration's own error is kept under `root`, as react-hook-form does.
    for (const name of (path === '' ? 'root' : path).split('.')) {
      const next = node[name];
      const child: Node = typeof next === 'object' ? next : {};
      node[name] = child;
      node = child;
    }
    if (node.type === undefined) Object.assign(node, { type, message });
  }
  return root;
}

/** The reverse: message by path. */
export function flattenErrors(errors: FieldErrors<Draft>): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: object, path: string): void => {
    if ('type' in node && 'message' in node && typeof node.type === 'string' && typeof node.message === 'string') {
      found.set(path, node.message);
    }
    for (const [name, child] of Object.entries(node)) {
      const isOwn = name === 'ref' || name === 'types';
      if (!isOwn && typeof child === 'object' && child !== null) visit(child, path === '' ? name : `${path}.${name}`);
    }
  };
  visit(errors, '');
  return found;
}
