import { createStore } from '#platform/ui/data/store.ts'

/** How this person wants this machine to show the app; kept on the machine. */
export type TextSize = 'normal' | 'large' | 'largest'
export const textSizes = ['normal', 'large', 'largest'] as const

const sizeKey = 'xaso.text-size'
const singleKeysKey = 'xaso.single-keys'

export const textSize = createStore<TextSize>(
  textSizes.find(size => size === localStorage.getItem(sizeKey)) ?? 'normal',
)

/** Shortcuts of one character can be switched off (WCAG 2.1.4): speech input and shaky hands trigger them. */
export const singleKeys = createStore<boolean>(localStorage.getItem(singleKeysKey) !== 'off')

export function setTextSize(size: TextSize): void {
  localStorage.setItem(sizeKey, size)
  textSize.set(size)
  applyTextSize()
}

/** Before the first painting, so that nothing jumps. */
export function applyTextSize(): void {
  document.documentElement.dataset.textSize = textSize.get()
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(singleKeysKey, on ? 'on' : 'off')
  singleKeys.set(on)
}
