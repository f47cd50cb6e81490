import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { officeMessages } from '../messages.vi.ts'

const words = officeMessages.notFound

export function NotFound() {
  return (
    <Page title={words.title} purpose={words.detail}>
      <LinkButton to="" icon={IconArrowLeft}>
        {words.home}
      </LinkButton>
    </Page>
  )
}
