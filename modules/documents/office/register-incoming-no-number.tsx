import { Note } from '#platform/ui/feedback/note.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { registerMessages } from './register-incoming-messages.vi.ts'

const words = registerMessages.noNumber

/** Said before the clerk types: without a register, or before its series was started, nothing can be registered. */
export function NoNumberYet({ register }: { register: object | undefined }) {
  return (
    <Note tone="amber">
      <b>{register ? words.notStarted : words.noRegister}</b>{' '}
      <SeatLink to="administration/registers">{register ? words.start : words.setUp}</SeatLink>
    </Note>
  )
}
