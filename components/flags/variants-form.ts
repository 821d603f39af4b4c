/** A variant's value while it is edited. JSON is any object here: a form's types must end somewhere. */
export type DraftValue = boolean | string | number | object;

/** The part of a form that the variants editor is for. */
export interface VariantsForm {
  variants: { key: string; name?: string; value: DraftValue }[];
}
