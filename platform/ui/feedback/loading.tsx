import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { Icon } from '../icons/icon.tsx'
import { kitMessages } from '../text/messages.vi.ts'

type LoadingProps = {
  /** What is awaited: "Đang tải danh sách…" */
  sentence?: string
  onReload: () => void
  rows?: number
  /** What can be done without waiting on: "Chỉ xem chữ". */
  instead?: ReactNode
  /** Where the thing is not a list. */
  children?: ReactNode
}

const widths = ['86%', '72%', '80%', '64%', '78%']

/**
 * Nothing for 300 ms, so that a fast line does not flicker; then grey rows of the right height; after 3 s, above them where
 * it is in sight on a phone too, a sentence with the seconds; after 10 s the choice to try again.
 */
export function Loading({ sentence = kitMessages.loading.list, onReload, rows = 6, instead, children }: LoadingProps) {
  const waitedMs = useWaited([300, 3_000, 5_000, 8_000, 10_000, 15_000, 20_000, 30_000])
  return (
    <div aria-busy="true">
      <div role="status">
        {waitedMs >= 3_000 && (
          <div className="loading-line">
            <Icon of={IconRefresh} />
            <span>{kitMessages.loading.seconds(sentence, waitedMs / 1000)}</span>
            {waitedMs >= 10_000 && (
              <>
                <Button small onClick={onReload}>
                  {kitMessages.loading.reload}
                </Button>
                {instead}
              </>
            )}
          </div>
        )}
      </div>
      {waitedMs >= 300 &&
        (children ?? (
          <ul className="skeleton" aria-hidden="true">
            {Array.from({ length: rows }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: grey rows are alike and never change places.
              <li key={index}>
                <div>
                  <span style={{ width: '1.25rem' }} />
                </div>
                <div>
                  <span style={{ width: widths[index % widths.length] }} />
                  <span style={{ width: widths[(index + 3) % widths.length], maxWidth: '54%' }} />
                </div>
              </li>
            ))}
          </ul>
        ))}
    </div>
  )
}

/** The last of the given waits (ascending, in ms) that has gone by. */
function useWaited(waits: readonly number[]): number {
  const [waited, setWaited] = useState(0)
  const key = waits.join()
  useEffect(() => {
    const timers = key.split(',').map(ms => setTimeout(() => setWaited(Number(ms)), Number(ms)))
    return () => timers.forEach(clearTimeout)
  }, [key])
  return waited
}
