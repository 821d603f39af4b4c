/** How large one configuration may be. Passed to what checks them, so that an installation can choose its own. */
export interface Limits {
  rules: number;
  /** Conditions of a rule, those in its groups included; a group itself does not count. */
  conditions: number;
  /** Groups within each other, the rule itself not counted. */
  depth: number;
  targets: number;
  /** Bytes of the configuration as JSON. */
  bytes: number;
  prerequisiteDepth: number;
  rampSteps: number;
}

export const LIMITS: Limits = {
  rules: 200,
  conditions: 50,
  depth: 8,
  targets: 1_000,
  bytes: 256 * 1024,
  prerequisiteDepth: 20,
  rampSteps: 1_000,
};

/** All of a subject set; weights and percentages are thousandths of a percent. */
export const WHOLE = 100_000;
