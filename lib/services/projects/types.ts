export interface ProjectView {
  id: string;
  key: string;
  name: string;
  version: number;
  createdAt: string;
}
