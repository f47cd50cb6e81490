import { rm } from 'node:fs/promises'
import { type Child, type Limits, startChild } from './child-process.ts'
import { type Confinement, findConfinement } from './confinement.ts'
import { workshopErrors } from './errors.ts'
import { makeWorkshopFolder } from './folders.ts'
import type { TaskEntry, TaskMap, TaskTable, TaskTypes } from './task.ts'
import { taskTable, type WorkshopTasks } from './tasks/index.ts'

export type WorkshopOptions = {
  /** At most so many children at once; each works on one task. */
  readonly maxProcesses: number
  /** A child without work for so long ends, so that memory at rest is small. Default 20 s. */
  readonly idleMs?: number
  /** Where the private folder is made; the system's temporary folder if absent. */
  readonly folder?: string
  readonly limits?: Partial<Limits>
}
export type RunOptions = {
  /** Gives the task up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Counted from when a child takes the task, not while it waits. Default 30 s. */
  readonly timeoutMs?: number
}
export type Workshop = ReturnType<typeof createWorkshop>

const defaultTimeoutMs = 30_000
const defaultLimits: Limits = { heapMb: 256, memoryMb: 640, answerMb: 8, filesMb: 256 }
const longestQueue = 500

/**
 * Child processes for heavy or hostile files: nothing above 20 ms of CPU and nothing that parses a stranger's bytes runs
 * on the server's thread. Errors are `workshopErrors`, no others, but for the reason of an aborted signal.
 *
 * A file that an output names is the caller's: to be moved where it belongs or removed. `stop` removes what is left.
 *
 * @example
 * const workshop = createWorkshop({ maxProcesses: 2 })
 * const { pages, text } = await workshop.run('inspect-pdf', { path: upload.path })
 */
export function createWorkshop(options: WorkshopOptions) {
  return createWorkshopOf<WorkshopTasks>(taskTable, new URL('./tasks/index.ts', import.meta.url).href, options)
}

type Job = {
  readonly task: string
  readonly entry: TaskEntry<TaskTypes>
  readonly input: object
  readonly options: RunOptions
  readonly resolve: (output: object) => void
  readonly reject: (reason: unknown) => void
}
type Slot = { child?: Child; busy: boolean; handles: TaskEntry<TaskTypes>['handles']; idle?: NodeJS.Timeout }

/** The same for another table of tasks; `tableUrl` is the module that exports it as `taskTable`, loaded by the children. */
export function createWorkshopOf<Tasks extends TaskMap>(
  table: TaskTable<Tasks>,
  tableUrl: string,
  options: WorkshopOptions,
) {
  const limits = { ...defaultLimits, ...options.limits }
  const queue: Job[] = []
  const slots = new Set<Slot>()
  const working = new Set<Promise<void>>()
  let stopping = false
  let place: Promise<{ folder: string; confinement: Confinement }> | undefined
  const getPlace = () => {
    place ??= Promise.all([makeWorkshopFolder(options.folder), findConfinement()]).then(([folder, confinement]) => ({
      folder,
      confinement,
    }))
    return place
  }

  /** @throws workshopErrors: the refusals, TimedOut, TooMuchMemory, TooMuchOutput, Crashed, Busy */
  function run<Name extends Extract<keyof Tasks, string>>(
    task: Name,
    input: Tasks[Name]['input'],
    runOptions: RunOptions = {},
  ): Promise<Tasks[Name]['output']> {
    if (stopping || queue.length >= longestQueue) return Promise.reject(workshopErrors.Busy())
    return new Promise<object>((resolve, reject) => {
      const entry = table[task] as unknown as TaskEntry<TaskTypes>
      const job: Job = { task, entry, input, options: runOptions, resolve, reject }
      runOptions.signal?.addEventListener('abort', () => leaveQueue(job), { once: true })
      if (runOptions.signal?.aborted) return reject(runOptions.signal.reason)
      queue.push(job)
      startWork()
    })
  }

  function leaveQueue(job: Job): void {
    const at = queue.indexOf(job)
    if (at === -1) return
    queue.splice(at, 1)
    job.reject(job.options.signal?.reason)
  }

  function startWork(): void {
    for (let job = queue[0]; job && !stopping; job = queue[0]) {
      const slot = takeSlot(job.entry.handles)
      if (!slot) return
      queue.shift()
      const done: Promise<void> = work(slot, job).finally(() => working.delete(done))
      working.add(done)
    }
  }

  function takeSlot(handles: Slot['handles']): Slot | undefined {
    const idle = [...slots].filter(slot => !slot.busy)
    const fitting = idle.find(slot => slot.handles === handles)
    if (fitting) return occupy(fitting)
    if (slots.size < options.maxProcesses) return occupy(newSlot(handles))
    const other = idle[0]
    if (!other) return undefined
    void endSlot(other)
    return occupy(newSlot(handles))
  }

  function newSlot(handles: Slot['handles']): Slot {
    const slot: Slot = { busy: true, handles }
    slots.add(slot)
    return slot
  }

  function occupy(slot: Slot): Slot {
    clearTimeout(slot.idle)
    slot.busy = true
    return slot
  }

  async function work(slot: Slot, job: Job): Promise<void> {
    try {
      job.resolve(await perform(slot, job))
    } catch (error) {
      job.reject(error)
    }
    if (!slot.child?.isUsable() || stopping) await endSlot(slot)
    else {
      slot.busy = false
      slot.idle = setTimeout(() => void endSlot(slot), options.idleMs ?? 20_000)
    }
    startWork()
  }

  async function perform(slot: Slot, job: Job): Promise<object> {
    const { folder, confinement } = await getPlace()
    if (slot.child && !slot.child.isUsable()) await slot.child.end()
    if (!slot.child?.isUsable()) {
      const { wrapper } = confinement
      slot.child = await startChild({ handles: slot.handles, wrapper, tableUrl, workshopFolder: folder, limits })
    }
    if (stopping) throw workshopErrors.Busy()
    const { timeoutMs = defaultTimeoutMs, signal } = job.options
    return slot.child.run(job.task, job.entry, job.input, timeoutMs, signal)
  }

  /** Never fails, for mostly nobody waits for it: files that could not be removed go with the workshop's folder. */
  async function endSlot(slot: Slot): Promise<void> {
    clearTimeout(slot.idle)
    slots.delete(slot)
    await slot.child?.end().catch(() => {})
  }

  return {
    run,
    /** What holds the children here, for `xaso doctor`. */
    confinement: async (): Promise<Confinement> => (await getPlace()).confinement,
    /** Process ids of the children alive now. */
    processes: (): number[] => [...slots].flatMap(slot => (slot.child?.isUsable() ? (slot.child.pid ?? []) : [])),
    /** Ends every child at once; tasks that wait or run are rejected, files not fetched are removed. */
    async stop(): Promise<void> {
      stopping = true
      for (const job of queue.splice(0)) job.reject(workshopErrors.Busy())
      await Promise.all([...slots].map(endSlot))
      await Promise.all(working)
      if (place) await rm((await place).folder, { recursive: true, force: true })
    },
  }
}
