import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import IconBan from '@tabler/icons-react/icons/IconBan'
import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconCircle from '@tabler/icons-react/icons/IconCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import IconCircleX from '@tabler/icons-react/icons/IconCircleX'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconEye from '@tabler/icons-react/icons/IconEye'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconFolder from '@tabler/icons-react/icons/IconFolder'
import IconHash from '@tabler/icons-react/icons/IconHash'
import IconHelp from '@tabler/icons-react/icons/IconHelp'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconMessage from '@tabler/icons-react/icons/IconMessage'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconSend from '@tabler/icons-react/icons/IconSend'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import IconSquareCheck from '@tabler/icons-react/icons/IconSquareCheck'
import { IconHalfCircle } from '../icons/half-circle.tsx'
import type { IconShape } from '../icons/icon-shape.ts'

export type Tone = 'grey' | 'indigo' | 'green' | 'amber' | 'red'
export type StateLook = { readonly word: string; readonly icon: IconShape; readonly tone: Tone }

const look = (word: string, icon: IconShape, tone: Tone): StateLook => ({ word, icon, tone })

/**
 * The word, shape and colour of every state that a person meets. No screen says a state by itself: it hands the state's
 * key, as the API gives it, to `StateChip`.
 */
export const stateFamilies = {
  incoming: {
    arrived: look('Đã đến', IconInbox, 'grey'),
    registered: look('Đã tiếp nhận', IconBook2, 'indigo'),
    'awaiting-proposal': look('Chờ đề xuất', IconPencil, 'amber'),
    'awaiting-direction': look('Chờ chỉ đạo', IconPencil, 'amber'),
    assigned: look('Đã phân công', IconArrowRight, 'indigo'),
    'in-progress': look('Đang xử lý', IconHalfCircle, 'indigo'),
    finished: look('Hoàn thành', IconCircleCheck, 'green'),
    'set-aside': look('Không vào sổ', IconFolder, 'grey'),
    refused: look('Từ chối tiếp nhận', IconCircleX, 'red'),
    'taken-back': look('Lấy lại', IconArrowBackUp, 'grey'),
    cancelled: look('Đã hủy', IconBan, 'grey'),
  },
  outgoing: {
    draft: look('Dự thảo', IconCircleDashed, 'grey'),
    'in-review': look('Đang góp ý', IconMessage, 'indigo'),
    returned: look('Trả về', IconArrowBackUp, 'amber'),
    'awaiting-approval': look('Chờ duyệt', IconPencil, 'amber'),
    approved: look('Đã duyệt, chưa ký số', IconHalfCircle, 'amber'),
    signed: look('Đã ký số', IconShieldCheck, 'green'),
    numbered: look('Đã cấp số', IconHash, 'indigo'),
    dispatched: look('Đã phát hành', IconSend, 'green'),
    recalled: look('Đã thu hồi', IconBan, 'red'),
    corrected: look('Đã đính chính', IconPencil, 'grey'),
    cancelled: look('Đã hủy', IconBan, 'grey'),
  },
  recipient: {
    waiting: look('Chờ phát hành', IconCircle, 'grey'),
    sent: look('Đã gửi', IconSend, 'indigo'),
    delivered: look('Đã đến', IconInbox, 'indigo'),
    refused: look('Từ chối tiếp nhận', IconCircleX, 'red'),
    registered: look('Đã tiếp nhận', IconBook2, 'indigo'),
    assigned: look('Đã phân công', IconArrowRight, 'indigo'),
    'in-progress': look('Đang xử lý', IconHalfCircle, 'indigo'),
    finished: look('Hoàn thành', IconCircleCheck, 'green'),
    read: look('Đã đọc', IconEye, 'green'),
    'by-hand': look('Gửi bản giấy', IconFileText, 'amber'),
    'handed-over': look('Đã giao bản giấy', IconCircleCheck, 'green'),
    'take-back-asked': look('Đang lấy lại', IconClock, 'amber'),
    'taken-back': look('Lấy lại', IconArrowBackUp, 'grey'),
    'recall-asked': look('Đã báo thu hồi', IconClock, 'amber'),
    recalled: look('Đã thu hồi', IconBan, 'red'),
  },
  review: {
    waiting: look('Chưa đến lượt', IconCircle, 'grey'),
    asked: look('Chờ ý kiến', IconClock, 'amber'),
    agreed: look('Đồng ý', IconCircleCheck, 'green'),
    returned: look('Trả về', IconArrowBackUp, 'amber'),
    dropped: look('Không cần nữa', IconBan, 'grey'),
  },
  assignment: {
    open: look('Chưa mở', IconCircle, 'grey'),
    'in-progress': look('Đang xử lý', IconHalfCircle, 'indigo'),
    done: look('Đã báo kết quả', IconCircleCheck, 'green'),
    returned: look('Trả về', IconArrowBackUp, 'amber'),
    withdrawn: look('Đã rút', IconBan, 'grey'),
    replaced: look('Đã đổi chủ trì', IconArrowRight, 'grey'),
  },
  /** What was sent only to be known. */
  reading: {
    unread: look('Chưa đọc', IconCircle, 'amber'),
    read: look('Đã đọc', IconEye, 'green'),
  },
  workFile: {
    new: look('Mới tạo', IconCircle, 'grey'),
    'in-progress': look('Đang xử lý', IconHalfCircle, 'indigo'),
    'awaiting-signature': look('Chờ trình ký', IconClock, 'amber'),
    'submitted-for-signature': look('Đã trình ký', IconPencil, 'amber'),
    finished: look('Hoàn thành', IconCircleCheck, 'green'),
    paused: look('Tạm dừng', IconCircleDashed, 'grey'),
    refused: look('Từ chối', IconCircleX, 'red'),
    returned: look('Trả về', IconArrowBackUp, 'amber'),
    cancelled: look('Đã hủy', IconBan, 'grey'),
  },
  /** The official states of a task, computed by the server and never typed. */
  task: {
    'in-time': look('trong hạn', IconCircle, 'indigo'),
    soon: look('sắp đến hạn', IconClock, 'amber'),
    overdue: look('quá hạn', IconAlertTriangle, 'red'),
    'done-in-time': look('hoàn thành đúng hạn', IconCircleCheck, 'green'),
    'done-late': look('hoàn thành quá hạn', IconSquareCheck, 'grey'),
    'no-deadline': look('không có hạn', IconCircleDashed, 'grey'),
  },
  signature: {
    valid: look('Hợp lệ', IconShieldCheck, 'green'),
    'valid-with-permitted-changes': look('Hợp lệ, có bổ sung được phép', IconShieldCheck, 'green'),
    altered: look('Bị sửa sau khi ký', IconAlertTriangle, 'red'),
    invalid: look('Không hợp lệ', IconCircleX, 'red'),
    broken: look('Bị hỏng', IconCircleX, 'red'),
    indeterminate: look('Chưa xác minh được', IconHelp, 'amber'),
    weak: look('Hợp lệ, thuật toán yếu', IconHelp, 'amber'),
    unsigned: look('Chưa ký số', IconCircleDashed, 'grey'),
    'by-signer': look('Người ký đã ký số, cơ quan chưa ký số', IconHalfCircle, 'amber'),
    signed: look('Đã ký số', IconShieldCheck, 'green'),
  },
} as const satisfies Record<string, Record<string, StateLook>>

export type StateFamily = keyof typeof stateFamilies
export type StateOf<Family extends StateFamily> = Extract<keyof (typeof stateFamilies)[Family], string>
