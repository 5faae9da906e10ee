import type { Project } from '@breakwater/model';

/** What one manifest says about a folder; several may speak about the same folder. */
export interface ProjectClaim {
  readonly root: string;
  /** Undefined when the manifest leaves the name to others. */
  readonly name: string | undefined;
  readonly tags: readonly string[];
  readonly manifest: string;
  readonly kind: Project['kind'];
}
