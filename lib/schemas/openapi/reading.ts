/** The API document as its page shows it: plain data, made by lib/http/openapi/read-document. */

/** A piece of a type's wording; with `schema` it is the name of one that the page explains. */
export interface TypePart {
  text: string;
  schema?: string;
}
export interface DocField {
  /** Dotted; `items[].key` is the key of each item. */
  name: string;
  type: TypePart[];
  required: boolean;
  description?: string;
}
export interface DocOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  permission?: string;
  parameters: (DocField & { place: string })[];
  body: DocField[];
  curl: string;
  success: { status: string; type: TypePart[] };
  errors: string[];
}
export interface DocGroup {
  name: string;
  slug: string;
  description: string;
  operations: DocOperation[];
}
export interface DocSchema {
  name: string;
  description?: string;
  /** What it is, where it is no object with fields. */
  type: TypePart[];
  fields: DocField[];
}
export interface ApiReading {
  title: string;
  version: string;
  /** Markdown. */
  introduction: string;
  groups: DocGroup[];
  schemas: DocSchema[];
}
