import { type ComponentType, lazy, Suspense } from 'react'
import type { IncomingAct } from '#modules/documents/contract.ts'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import type { ActFormProps } from './act-form-props.ts'

type Form = ComponentType<ActFormProps>

const DirectionForm = lazy(async () => ({ default: (await import('./direction-form.tsx')).DirectionForm as Form }))
const ReasonForm = lazy(async () => ({ default: (await import('./reason-form.tsx')).ReasonForm as Form }))

/** Each form is fetched when its act is chosen: who only reads, or registers, pays for none of them. */
const forms: Partial<Record<IncomingAct, Form>> = {
  direct: DirectionForm,
  propose: DirectionForm,
  assign: DirectionForm,
  'correct-direction': DirectionForm,
  'finish-without-work': lazy(async () => ({ default: (await import('./keep-form.tsx')).KeepForm as Form })),
  'send-up': lazy(async () => ({ default: (await import('./send-up-form.tsx')).SendUpForm as Form })),
  forward: lazy(async () => ({ default: (await import('./forward-form.tsx')).ForwardForm as Form })),
  urge: lazy(async () => ({ default: (await import('./urge-form.tsx')).UrgeForm as Form })),
  'ask-extension': lazy(async () => ({ default: (await import('./extension-forms.tsx')).AskExtensionForm as Form })),
  extend: lazy(async () => ({ default: (await import('./extension-forms.tsx')).AskExtensionForm as Form })),
  'answer-extension': lazy(async () => ({
    default: (await import('./extension-forms.tsx')).AnswerExtensionForm as Form,
  })),
  attach: lazy(async () => ({ default: (await import('./attach-form.tsx')).AttachForm as Form })),
}

/** The form of an act: what it needs, and nothing else. */
export function ActForm(props: ActFormProps) {
  const Shown = forms[props.act] ?? ReasonForm
  return (
    <Suspense fallback={<Loading rows={2} onReload={() => window.location.reload()} />}>
      <Shown {...props} />
    </Suspense>
  )
}
