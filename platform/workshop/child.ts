/** The child process of the workshop: takes one task a line on stdin, answers one line on descriptor 3. */
import { writeSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Refusal } from './errors.ts'
import type { TaskAnswer, TaskFunction, TaskRequest, TaskTypes } from './task.ts'

type LoadableTable = Record<string, { load(): Promise<TaskFunction<TaskTypes>> }>

process.umask(0o077)
const tableUrl = process.argv[2] ?? ''
const { taskTable }: { taskTable: LoadableTable } = await import(tableUrl)

// The end of stdin is the parent's end: readline's iteration stops and the process with it.
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  answer(await perform(JSON.parse(line)))
  // The parent has its answer; what the task left is given back before the next one, not when the heap is full.
  globalThis.gc?.()
}
process.exit(0)

async function perform(request: TaskRequest): Promise<TaskAnswer> {
  try {
    const run = await taskTable[request.task]!.load()
    const output = await run(request.input, {
      outputFile: name => path.join(request.outputFolder, name),
    })
    return { output }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, parameters: error.parameters }
    return { crashed: { name: error instanceof Error ? error.name : typeof error, frames: framesOf(error) } }
  }
}

function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 12)
    .map(line => line.trim())
}

function answer(value: TaskAnswer): void {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`)
  for (let written = 0; written < bytes.length; ) written += writeSync(3, bytes, written)
}
