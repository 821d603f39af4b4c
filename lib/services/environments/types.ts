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
  epoch: string;
  /** Committed changes within the epoch. */
  number: number;
  version: number;
}
