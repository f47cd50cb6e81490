import IconMapQuestion from '@tabler/icons-react/icons/IconMapQuestion'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { officeMessages } from '../messages.vi.ts'

const words = officeMessages.notFound

export function NotFound() {
  return (
    <div className="page">
      <EmptyState icon={IconMapQuestion} title={words.title} action={<LinkButton to="">{words.home}</LinkButton>}>
        {words.detail}
      </EmptyState>
    </div>
  )
}
