/** What the operator reads while the program starts: a few lines, on stderr, so that commands may answer on stdout. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** A step that is under way; short, for somebody who waits. */
export const step = (line: string): void => say(`· ${line}`)
