import type { SignatureProvider } from './contract.ts'

/** No signing service is connected: every document stays unsigned, and is shown so. */
export const noSignatures: SignatureProvider = { sign: async () => ({ signed: false }) }
