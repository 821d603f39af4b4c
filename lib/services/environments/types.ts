export interface EnvironmentView {
  id: string;
  key: string;
  name: string;
  color: string;
  position: number;
  protected: boolean;
  requiredApprovals: number;
  requireComment: boolean;
  openToTenants: boolean;
  publicRead: boolean;
  /** Client keys are answered with a subject proof only. */
  requireProof: boolean;
  epoch: string;
  /** Committed changes within the epoch. */
  number: number;
  version: number;
}
/** The answer of making a new signing secret, which is shown this once. */
export interface SigningSecretView {
  environment: string;
  /** What the customer's servers sign subject proofs with. */
  signingSecret: string;
}
