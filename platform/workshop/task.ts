import type { ErrorParameters } from '#lib/problem-details/index.ts'

/**
 * A task: a pure step from an input to an output, run in a child process. Both are JSON; bytes travel as files by path.
 *
 * @example
 * export type CountPages = { input: { path: string }; output: { pages: number } }
 * export const countPages: TaskFunction<CountPages> = async ({ path }) => ({ pages: await pagesOf(path) })
 */
export type TaskTypes = { readonly input: object; readonly output: object }

export type TaskContext = {
  /** The path of a new file in the child's own folder; named in the output, it is handed to the caller. */
  outputFile(name: string): string
}
export type TaskFunction<Types extends TaskTypes> = (
  input: Types['input'],
  context: TaskContext,
) => Types['output'] | Promise<Types['output']>

export type TaskEntry<Types extends TaskTypes> = {
  /**
   * `strangers-files`: bytes somebody sent in are parsed: no native code, nothing readable but the program and a copy of
   * the file. `own-data`: what this program wrote, rendered with Typst, a native addon, which weakens Node's permissions.
   */
  readonly handles: 'strangers-files' | 'own-data'
  /** Fields of the input that hold a path or a list of paths: the child gets copies. */
  readonly reads: readonly Extract<keyof Types['input'], string>[]
  /** Fields of the output that hold the path of a file the task wrote: it is moved out for the caller. */
  readonly writes: readonly Extract<keyof Types['output'], string>[]
  readonly load: () => Promise<TaskFunction<Types>>
}
export type TaskMap = Readonly<Record<string, TaskTypes>>
export type TaskTable<Tasks extends TaskMap> = { readonly [Name in keyof Tasks]: TaskEntry<Tasks[Name]> }

/** One line to the child's stdin. */
export type TaskRequest = { readonly task: string; readonly input: object; readonly outputFolder: string }
/** One line back on descriptor 3. A crash names the error and its frames, never its message: that may quote a document. */
export type TaskAnswer =
  | { readonly output: object }
  | { readonly refused: string; readonly parameters: ErrorParameters }
  | { readonly crashed: { readonly name: string; readonly frames: readonly string[] } }
