/** The face of the agencies module: what other modules and the clients may know of it. */
export * from './contract/addressees.ts'
export * from './contract/common.ts'
export * from './contract/delegations-and-lists.ts'
export * from './contract/errors.ts'
export * from './contract/installation.ts'
export * from './contract/office.ts'
export * from './contract/port.ts'
export * from './contract/signing-orders.ts'
