/** Why the program cannot start: one Vietnamese sentence for the operator, which says what to do. */
export class StartError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartError'
  }
}
