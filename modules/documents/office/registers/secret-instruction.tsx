import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { registerMessages } from './messages.vi.ts'
import './registers.css'

const words = registerMessages.secretPage

/** What to do with a document that this system must never see, as a page to be printed for the clerk's desk. */
export default function SecretInstruction() {
  useTitle(words.title)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <>
          <LinkButton to="registers" icon={IconArrowLeft}>
            {words.back}
          </LinkButton>
          <Button look="primary" icon={IconPrinter} data-key="primary" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <ol className="register-instruction">
        {words.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="meta">{words.basis}</p>
    </Page>
  )
}
