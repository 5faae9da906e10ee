/**
 * The little of Nx that we touch, written down here rather than imported: its own packages fit one major or two, and these shapes
 * are the same from Nx 20 to 24.
 */

/** A project as Nx's graph has it. */
export interface GraphNode {
  readonly name: string;
  readonly data: {
    /** Folder, `.` for the workspace's own. */
    readonly root: string;
    readonly tags?: readonly string[];
  };
}

export interface ProjectGraph {
  readonly nodes: Readonly<Record<string, GraphNode>>;
  /** By the name of the project that depends on others. A target such as `npm:zod` is no project. */
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

/** What Nx read from flags, project.json and nx.json, checked against the schema. */
export type Options = Readonly<Record<string, unknown>>;

/** What an executor is handed. */
export interface ExecutorContext {
  /** The workspace's folder, absolute. */
  readonly root: string;
  readonly isVerbose: boolean;
  readonly projectGraph?: ProjectGraph;
}

/** What a generator writes to; nothing reaches the disk with --dry-run. */
export interface Tree {
  readonly root: string;
  exists(path: string): boolean;
  read(path: string, encoding: 'utf-8'): string | null;
  write(path: string, content: string): void;
  children(path: string): string[];
}

/** A target as a plugin infers it. */
export interface InferredTarget {
  readonly executor: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly cache: boolean;
  readonly parallelism?: boolean;
  readonly inputs?: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly outputs?: readonly string[];
  readonly metadata: { readonly technologies: readonly string[]; readonly description: string };
}

interface InferredProject {
  readonly name: string;
  readonly root: string;
  readonly targets: Readonly<Record<string, InferredTarget>>;
}

/** One entry for each matched file: the projects it speaks about, by folder. */
export type InferredNodes = readonly (readonly [string, { readonly projects: Readonly<Record<string, InferredProject>> }])[];

/** The glob of files to look at, and what to make of them. */
export type CreateNodes = readonly [
  string,
  (
    files: readonly string[],
    options: PluginOptions | undefined,
    context: { readonly workspaceRoot: string },
  ) => Promise<InferredNodes>,
];

/** What nx.json may say beside the plugin's name. */
export interface PluginOptions {
  readonly planTargetName?: string;
  readonly executeTargetName?: string;
}
