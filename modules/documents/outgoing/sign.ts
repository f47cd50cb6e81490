import { open, rm } from 'node:fs/promises'
import type { ActMachinery } from '#platform/acts/run.ts'
import type { SignatureRequest } from '../contract.ts'
import type { OutgoingRowStored } from './rows.ts'

/** The empty fields of a frozen PDF, filled in by the number (`platform/workshop`). */
export const numberFields = ['so', 'ngay'] as const

/** What a signature is asked for of a document, but for the file. */
export type ToSign = Omit<SignatureRequest, 'id' | 'as' | 'pdfPath' | 'fieldsLeftOpen'>
export const signatureOf = (document: OutgoingRowStored, seatId: string): ToSign => ({
  agencyId: document.agency_id,
  documentId: document.id,
  issuerId: document.issuer_id,
  seatId,
  signerName: document.signer_name ?? '',
  signerTitle: document.signer_title ?? '',
})

/** Has a PDF that was just made signed. @returns the file to keep: the signed one, or the same when nobody signed */
export async function signed(
  { ports }: ActMachinery,
  request: SignatureRequest,
): Promise<{ pdfPath: string; isSigned: boolean }> {
  const { pdfPath } = request
  let given: string | undefined
  try {
    const answer = await ports.signatures.sign(request)
    if (!answer.signed) return { pdfPath, isSigned: false }
    given = answer.pdfPath
    // What was approved must stand in it, byte for byte: a provider that writes the file anew may have changed its words.
    if (!(await continues(given, pdfPath))) throw new Error('the signed file does not begin with what was to be signed')
    await rm(pdfPath, { force: true })
    return { pdfPath: given, isSigned: true }
  } catch (error) {
    for (const path of [pdfPath, given]) if (path) await rm(path, { force: true })
    throw error
  }
}

const chunk = 1 << 20

/** Whether a file is another one and something after it. */
async function continues(longer: string, shorter: string): Promise<boolean> {
  await using one = await open(longer)
  await using other = await open(shorter)
  const length = (await other.stat()).size
  if ((await one.stat()).size <= length) return false
  const [here, there] = [Buffer.alloc(chunk), Buffer.alloc(chunk)]
  for (let at = 0; at < length; at += chunk) {
    const count = Math.min(chunk, length - at)
    await Promise.all([one.read(here, 0, count, at), other.read(there, 0, count, at)])
    if (!here.subarray(0, count).equals(there.subarray(0, count))) return false
  }
  return true
}
