import type { TaskTable } from '../task.ts'
import type { DiffText } from './diff-text.ts'

/** Every task of the workshop, its input and its output. */
export type WorkshopTasks = {
  'diff-text': DiffText
}

/** Loaded by the children; the server reads only what a task handles, reads and writes, never its code. */
export const taskTable: TaskTable<WorkshopTasks> = {
  'diff-text': {
    handles: 'own-data',
    reads: [],
    writes: [],
    load: async () => (await import('./diff-text.ts')).diffText,
  },
}
