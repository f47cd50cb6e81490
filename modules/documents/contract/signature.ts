import { named, z } from '#lib/schemas/index.ts'

/** Whose digital signatures the document bears as it stands: approved is not signed. */
export const Signature = named('Signature', z.enum(['unsigned', 'by-signer', 'signed']))
export type Signature = z.infer<typeof Signature>

/** One signature that is wanted: whose, on which file, of what. */
export type SignatureRequest = {
  /** The same at every attempt at one signature, so that nobody is asked twice for what he has signed. */
  readonly id: string
  /**
   * First the signer, on the frozen PDF whose number and date are still empty; then the agency, on the numbered one. The
   * agency is asked only for what its signer has signed (NĐ 30/2020 Điều 32.2).
   */
  readonly as: 'signer' | 'agency'
  /** To be read, and left as it is. */
  readonly pdfPath: string
  /** Fields that are filled in after this signature and may not be locked by it. */
  readonly fieldsLeftOpen: readonly string[]
  readonly agencyId: string
  readonly documentId: string
  readonly issuerId: string
  /** Whose key it is: the signer's seat, or that of the clerk who gave the number and holds the agency's. */
  readonly seatId: string
  readonly signerName: string
  readonly signerTitle: string
}

/** A signed file of its own, removed by who asked for it; or no signature, and the document goes on as unsigned. */
export type SignatureAnswer = { readonly signed: false } | { readonly signed: true; readonly pdfPath: string }

/**
 * The seam for digital signatures. It is called outside every transaction, may take its time, and signs in an incremental
 * revision: what it was given is the exact beginning of what it gives back. When it throws, the work is tried again.
 */
export type SignatureProvider = {
  sign(request: SignatureRequest): Promise<SignatureAnswer>
}

declare module '#platform/acts/context.ts' {
  interface Ports {
    signatures: SignatureProvider
  }
}
