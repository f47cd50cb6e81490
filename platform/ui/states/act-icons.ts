import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import IconBan from '@tabler/icons-react/icons/IconBan'
import IconBell from '@tabler/icons-react/icons/IconBell'
import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCircleX from '@tabler/icons-react/icons/IconCircleX'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconEye from '@tabler/icons-react/icons/IconEye'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconFolder from '@tabler/icons-react/icons/IconFolder'
import IconHash from '@tabler/icons-react/icons/IconHash'
import IconHelp from '@tabler/icons-react/icons/IconHelp'
import IconMessage from '@tabler/icons-react/icons/IconMessage'
import IconPaperclip from '@tabler/icons-react/icons/IconPaperclip'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconSend from '@tabler/icons-react/icons/IconSend'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { IconShape } from '../icons/icon-shape.ts'
import type { ActLabel } from '../text/act-labels.ts'

/** The icon beside an act's word; the word is what is read. */
const actIcons: Partial<Readonly<Record<ActLabel, IconShape>>> = {
  register: IconBook2,
  'set-aside': IconFolder,
  'bring-back': IconArrowBackUp,
  refuse: IconCircleX,
  'send-up': IconArrowRight,
  propose: IconPencil,
  confirm: IconCheck,
  direct: IconArrowRight,
  'correct-direction': IconPencil,
  assign: IconUsers,
  forward: IconArrowRight,
  return: IconArrowBackUp,
  'take-back': IconArrowBackUp,
  withdraw: IconBan,
  'change-lead': IconUsers,
  urge: IconBell,
  'ask-extension': IconClock,
  'answer-extension': IconClock,
  extend: IconClock,
  finish: IconCheck,
  'finish-without-work': IconFolder,
  reopen: IconArrowBackUp,
  'mark-read': IconEye,
  comment: IconMessage,
  'resolve-comment': IconCheck,
  attach: IconPaperclip,
  reply: IconPencil,
  change: IconPencil,
  'tie-to-incoming': IconPaperclip,
  'place-number': IconHash,
  submit: IconArrowRight,
  review: IconMessage,
  approve: IconCheck,
  edit: IconPencil,
  release: IconCheck,
  initial: IconPencil,
  sign: IconShieldCheck,
  number: IconHash,
  'agency-signature': IconShieldCheck,
  dispatch: IconSend,
  'dispatch-again': IconSend,
  'send-to-successor': IconSend,
  recall: IconBan,
  correct: IconPencil,
  cancel: IconBan,
  'set-recipients': IconUsers,
  'hand-over-by-hand': IconFileText,
  'collect-by-hand': IconArrowBackUp,
  'report-result': IconCheck,
  'hand-over': IconArrowRight,
  'see-reason': IconHelp,
  undo: IconArrowBackUp,
}

/** The icon of an act whose code came from the server. */
export function actIconOf(code: string): IconShape {
  const icons: Readonly<Record<string, IconShape | undefined>> = actIcons
  return icons[code] ?? IconArrowRight
}
