/** The parts of an Unleash specification file that its cases use. */
export interface UnleashConstraint {
  contextName: string;
  operator: string;
  value?: string;
  values?: string[];
  inverted?: boolean;
  caseInsensitive?: boolean;
}
export interface UnleashVariant {
  name: string;
  weight: number;
  payload?: { type: string; value: string };
  stickiness?: string;
  overrides?: { contextName: string; values: string[] }[];
}
export interface UnleashStrategy {
  name: string;
  parameters?: Record<string, string>;
  constraints?: UnleashConstraint[];
  segments?: number[];
  variants?: UnleashVariant[];
}
export interface UnleashFeature {
  name: string;
  enabled: boolean;
  strategies?: UnleashStrategy[];
  variants?: UnleashVariant[];
  dependencies?: { feature: string; enabled?: boolean; variants?: string[] }[];
}
export interface UnleashSegment {
  id: number;
  constraints: UnleashConstraint[];
}
export interface UnleashContext {
  environment?: string;
  currentTime?: string;
  properties?: Record<string, string | null>;
  [name: string]: string | Record<string, string | null> | undefined;
}
export interface UnleashCase<Result> {
  context: UnleashContext;
  toggleName: string;
  expectedResult: Result;
}
export interface UnleashEvent {
  type: string;
  feature?: UnleashFeature;
  featureName?: string;
  features?: UnleashFeature[];
  segment?: UnleashSegment;
  segments?: UnleashSegment[];
}
export interface UnleashFile {
  state: { features?: UnleashFeature[]; segments?: UnleashSegment[]; events?: UnleashEvent[] };
  tests?: UnleashCase<boolean>[];
  variantTests?: UnleashCase<{
    name: string;
    enabled: boolean;
    payload?: { value: string };
    feature_enabled: boolean;
  }>[];
}
