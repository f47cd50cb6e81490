import type { ActFormProps } from './act-form-props.ts'
import { AttachForm } from './attach-form.tsx'
import { DirectionForm } from './direction-form.tsx'
import { AnswerExtensionForm, AskExtensionForm } from './extension-forms.tsx'
import { ForwardForm } from './forward-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { SendUpForm } from './send-up-form.tsx'
import { UrgeForm } from './urge-form.tsx'

/** The form of an act: what it needs, and nothing else. */
export function ActForm(props: ActFormProps) {
  switch (props.act) {
    case 'direct':
    case 'propose':
    case 'assign':
    case 'correct-direction':
      return <DirectionForm {...props} />
    case 'send-up':
      return <SendUpForm {...props} />
    case 'forward':
      return <ForwardForm {...props} />
    case 'urge':
      return <UrgeForm {...props} />
    case 'ask-extension':
      return <AskExtensionForm {...props} />
    case 'answer-extension':
      return <AnswerExtensionForm {...props} />
    case 'attach':
      return <AttachForm {...props} />
    default:
      return <ReasonForm {...props} />
  }
}
