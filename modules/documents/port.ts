import type { DocumentsPort } from './contract.ts'
import { receiveDocument } from './incoming/receive-document.ts'
import { receiveWithdrawal } from './incoming/receive-withdrawal.ts'
import { receiveState } from './outgoing/receive-state.ts'

export const documentsPort: DocumentsPort = { receiveDocument, receiveState, receiveWithdrawal }
