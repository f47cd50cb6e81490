import type { IncomingAct, IncomingState } from '../contract.ts'
import { type Step, stateTable } from '../state-table.ts'

/**
 * Acts of people, and what happens to a document without one: it is opened, its sender asks for it back, or the office is
 * closed before it was registered.
 */
export type IncomingEvent = IncomingAct | 'open' | 'taken-back-by-sender' | 'recalled-by-sender' | 'turned-away'

/**
 * What somebody is to an incoming document. `holder`: it waits for him; `party`: work of it was given to him and is open;
 * `chief`: such work was given to him who leads people; `giver`: he may change work that was given: he decided it, is above
 * it, or stands first; `typist`: he typed it in for a leader, and changes it in that one's name; `adder`: one of these, of
 * work beside which more may be given; `finisher`: he finished it; `named`: another typed in a direction of his; `first`: he
 * stands first in the office; `reader`: he may see it. `sender` is the agency that sent it, `closing` the day on which the
 * office is closed.
 */
export type IncomingWho =
  | 'clerk'
  | 'office-head'
  | 'leader'
  | 'first'
  | 'holder'
  | 'party'
  | 'chief'
  | 'giver'
  | 'typist'
  | 'adder'
  | 'finisher'
  | 'named'
  | 'reader'
  | 'sender'
  | 'closing'

export type IncomingNeed =
  /** The office head has proposed. */
  | 'proposal'
  /** It came from another agency through the system. */
  | 'sender'
  /** What was given or sent up has not been opened. */
  | 'unopened'
  /** Nobody has work of it yet. */
  | 'undirected'
  /** Somebody asked for more time. */
  | 'extension'
  /** The refusal has not left the agency. */
  | 'still-here'

type IncomingStep = Step<IncomingState, IncomingWho, IncomingNeed>
type IncomingSteps = Readonly<Partial<Record<IncomingEvent, IncomingStep>>>

const stays = (state: IncomingState, by: readonly IncomingWho[]): IncomingStep => ({ to: [state], by })
const cancelled: IncomingStep = { to: ['cancelled'], by: ['sender'], reason: true }

/**
 * What those may do who have work of it, or gave some, whatever it waits for: of an earlier direction, or beside the lead
 * who gave it back, others still have theirs.
 */
const partial = (state: IncomingState) =>
  ({
    'ask-extension': stays(state, ['party']),
    'answer-extension': { to: [state], by: ['giver', 'typist'], needs: ['extension'] },
    extend: { to: [state], by: ['giver', 'typist'], reason: true },
    urge: stays(state, ['clerk', 'office-head', 'leader', 'giver']),
    comment: stays(state, ['reader']),
    'recalled-by-sender': cancelled,
  }) satisfies IncomingSteps

/** What may be done while it waits for a proposal or a decision. */
const beforeDirection = (state: 'awaiting-proposal' | 'awaiting-direction') =>
  ({
    ...partial(state),
    forward: stays(state, ['clerk', 'office-head', 'leader', 'holder']),
    attach: stays(state, ['clerk', 'holder']),
    open: stays(state, ['reader']),
  }) satisfies IncomingSteps

/** What may be done with work that is given and open. */
const underWay = (state: 'assigned' | 'in-progress') => {
  const progress: readonly IncomingState[] = ['assigned', 'in-progress', 'awaiting-direction']
  return {
    ...partial(state),
    finish: { to: [...progress, 'finished'], by: ['party'] },
    assign: { to: progress, by: ['chief', 'adder'] },
    forward: { to: progress, by: ['reader'] },
    return: { to: [...progress, 'awaiting-proposal'], by: ['party'], reason: true },
    'take-back': { to: [...progress, 'awaiting-proposal'], by: ['giver', 'typist', 'clerk'], needs: ['unopened'] },
    withdraw: { to: [...progress, 'awaiting-proposal'], by: ['giver', 'typist'], reason: true },
    'change-lead': { to: progress, by: ['giver', 'typist'], reason: true },
    'correct-direction': { to: progress, by: ['named'] },
    attach: stays(state, ['clerk', 'party', 'giver']),
    open: { to: ['assigned', 'in-progress'], by: ['reader'] },
  } satisfies IncomingSteps
}

/** The states of an incoming document: the one truth for routes, refusals, buttons and the README. */
export const incomingTable = stateTable<IncomingState, IncomingEvent, IncomingWho, IncomingNeed>(
  {
    arrived: {
      register: { to: ['awaiting-proposal', 'awaiting-direction', 'assigned'], by: ['clerk'] },
      'set-aside': { to: ['set-aside'], by: ['clerk'], reason: true },
      refuse: { to: ['refused'], by: ['clerk'], needs: ['sender'], reason: true },
      comment: stays('arrived', ['reader']),
      open: stays('arrived', ['reader']),
      'taken-back-by-sender': { to: ['taken-back'], by: ['sender'], needs: ['unopened'] },
      'recalled-by-sender': cancelled,
      'turned-away': { to: ['refused'], by: ['closing'], needs: ['sender'], reason: true },
    },
    'awaiting-proposal': {
      propose: { to: ['awaiting-direction'], by: ['office-head'] },
      direct: { to: ['assigned', 'awaiting-direction'], by: ['office-head', 'first', 'clerk'] },
      'send-up': { to: ['awaiting-direction'], by: ['office-head', 'clerk', 'holder'] },
      'finish-without-work': { to: ['finished'], by: ['office-head', 'first', 'clerk'] },
      return: { to: ['awaiting-proposal'], by: ['party'], reason: true },
      'take-back': { to: ['awaiting-proposal'], by: ['giver', 'typist', 'clerk'], needs: ['unopened'] },
      withdraw: { to: ['awaiting-proposal'], by: ['giver', 'typist'], reason: true },
      finish: stays('awaiting-proposal', ['party']),
      ...beforeDirection('awaiting-proposal'),
    },
    'awaiting-direction': {
      confirm: { to: ['assigned', 'awaiting-direction'], by: ['holder', 'first'], needs: ['proposal'] },
      direct: { to: ['assigned', 'awaiting-direction'], by: ['holder', 'first', 'office-head', 'clerk'] },
      propose: { to: ['awaiting-direction'], by: ['office-head'], needs: ['undirected'] },
      'send-up': { to: ['awaiting-direction'], by: ['office-head', 'clerk'], needs: ['undirected'] },
      'finish-without-work': {
        to: ['finished'],
        by: ['holder', 'first', 'office-head', 'clerk'],
        needs: ['undirected'],
      },
      return: { to: ['awaiting-proposal', 'awaiting-direction'], by: ['holder', 'party'], reason: true },
      'take-back': {
        to: ['awaiting-proposal', 'awaiting-direction'],
        by: ['giver', 'office-head', 'clerk'],
        needs: ['unopened'],
      },
      withdraw: { to: ['awaiting-direction', 'awaiting-proposal'], by: ['giver', 'typist'], reason: true },
      'change-lead': { to: ['awaiting-direction', 'assigned'], by: ['giver', 'typist'], reason: true },
      'correct-direction': { to: ['awaiting-direction', 'assigned'], by: ['named'] },
      finish: { to: ['awaiting-direction', 'finished'], by: ['party'] },
      ...beforeDirection('awaiting-direction'),
    },
    assigned: underWay('assigned'),
    'in-progress': underWay('in-progress'),
    finished: {
      reopen: {
        to: ['in-progress', 'assigned', 'awaiting-direction', 'awaiting-proposal'],
        by: ['finisher', 'giver', 'first', 'clerk'],
      },
      forward: stays('finished', ['reader']),
      comment: stays('finished', ['reader']),
      open: stays('finished', ['reader']),
      'recalled-by-sender': cancelled,
    },
    'set-aside': {
      'bring-back': { to: ['arrived'], by: ['clerk'] },
      comment: stays('set-aside', ['reader']),
      open: stays('set-aside', ['reader']),
      'recalled-by-sender': cancelled,
    },
    refused: {
      'bring-back': { to: ['arrived'], by: ['clerk'], needs: ['still-here'] },
      open: stays('refused', ['reader']),
    },
    'taken-back': { open: stays('taken-back', ['reader']) },
    cancelled: { open: stays('cancelled', ['reader']) },
  },
  {
    states: {
      arrived: 'Đã đến',
      'awaiting-proposal': 'Chờ đề xuất',
      'awaiting-direction': 'Chờ chỉ đạo',
      assigned: 'Đã phân công',
      'in-progress': 'Đang xử lý',
      finished: 'Hoàn thành',
      'set-aside': 'Không vào sổ',
      refused: 'Từ chối tiếp nhận',
      'taken-back': 'Lấy lại',
      cancelled: 'Đã hủy',
    },
    who: {
      clerk: 'Văn thư',
      'office-head': 'Chánh Văn phòng',
      leader: 'Lãnh đạo',
      first: 'người đứng đầu cơ quan',
      holder: 'người đang giữ văn bản',
      party: 'người được giao',
      chief: 'người đứng đầu nơi được giao',
      giver: 'người giao việc',
      typist: 'người nhập hộ',
      adder: 'người giao việc đang xử lý',
      finisher: 'người báo hoàn thành',
      named: 'lãnh đạo có ý kiến được nhập hộ',
      reader: 'người được xem văn bản',
      sender: 'nơi gửi',
      closing: 'ngày cơ quan đóng',
    },
  },
)

/** States in which the office still has something to do. */
export const openIncomingStates = ['awaiting-proposal', 'awaiting-direction', 'assigned', 'in-progress'] as const
export const isOpenIncoming = (state: IncomingState): boolean =>
  (openIncomingStates as readonly string[]).includes(state)
