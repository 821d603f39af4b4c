export type { OpenFeatureSettings, ServerSettings } from './flag-source';
export { createRequireFlag, type GateSettings, type RequireFlag } from './require-flag';
export { makeSubjectProof, type ProofOptions } from './subject-proof';
