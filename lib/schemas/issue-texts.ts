/** What is wrong with a shape, in English; the catalogue `changes` words the same codes as `shape.<code>`. */
export const SHAPE_TEXTS = {
  invalid: 'This has a form that is not understood.',
  expected_string: 'A text is needed here.',
  expected_number: 'A number is needed here.',
  expected_boolean: 'Either true or false is needed here.',
  expected_array: 'A list is needed here.',
  expected_object: 'An object is needed here.',
  too_big_text: 'This is too long: at most {limit, number} characters.',
  too_small_text: 'This is too short: at least {limit, number} characters.',
  too_big_list: 'These are too many: at most {limit, number}.',
  too_small_list: 'These are too few: at least {limit, number}.',
  too_big_number: 'This is too large: at most {limit, number}.',
  too_small_number: 'This is too small: at least {limit, number}.',
  invalid_choice: 'This is not one of the choices.',
  invalid_format: 'This is written in a way that is not understood.',
  invalid_email: 'Write an e-mail address.',
  invalid_url: 'Write an address that begins with http:// or https://.',
  invalid_origin: 'Write an origin, such as https://app.example.com, without a path.',
  invalid_key: 'Keys begin with a letter or digit and go on with letters, digits, dots, hyphens and underscores.',
  invalid_instant: 'Write a date-time with offset, such as 2026-03-01T09:00:00Z.',
  unknown_field: 'There is a field that is not known here.',
  text_unstorable: 'Texts cannot hold NUL characters or halves of surrogate pairs.',
  json_depth: 'Values may be nested {limit, number} deep.',
  json_number: 'Numbers must be finite.',
  json_value: 'A JSON value is needed here.',
  json_size: 'A value may have {limit, number} bytes.',
  metadata_flat: 'Metadata holds texts, numbers and true or false, by name.',
  variant_type: 'The value is not of the flag’s type.',
  variant_twice: 'Another variant has this key.',
  name_twice: 'Another entry has this name.',
  variants_needed: 'A flag that is not boolean needs at least one variant.',
  rollout_form: 'A rollout has a percentage or a ramp, not both.',
  later_change: 'A change cannot be given a time here: it is applied at once.',
  environment_needed: 'A key of this kind belongs to one environment.',
  field_unfit: 'This does not go with a key of this kind.',
  role_needed: 'Say which role the key has.',
  context_attributes: 'A context may have {limit, number} attributes.',
  override_form: 'Say one thing: a variant, or whether it is enabled.',
  membership_form: 'Name either a subject or a tenant.',
  window_edges: 'Say when it starts and when it ends: as instants, or as dates.',
  passwords_differ: 'The passwords differ.',
} as const;

export type ShapeCode = keyof typeof SHAPE_TEXTS;

export function isShapeCode(code: unknown): code is ShapeCode {
  return typeof code === 'string' && Object.hasOwn(SHAPE_TEXTS, code);
}
