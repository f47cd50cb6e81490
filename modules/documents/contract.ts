/** The face of the documents module: what other modules and the clients may know of it. */
export * from './contract/common.ts'
export * from './contract/errors.ts'
export * from './contract/hand-over.ts'
export * from './contract/incoming.ts'
export * from './contract/outgoing.ts'
export * from './contract/port.ts'
export * from './contract/registers.ts'
export * from './contract/urgent-ladder.ts'
