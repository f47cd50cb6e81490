import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DataClient } from './client.ts'
import type { LiveChannel } from './events.ts'
import type { LinkState } from './link.ts'
import type { PendingWrite } from './write-queue.ts'

export type DataSurroundings = { readonly client: DataClient; readonly live: LiveChannel | undefined }

export const DataContext = createContext<DataSurroundings | undefined>(undefined)

export function useData(): DataSurroundings {
  const data = useContext(DataContext)
  if (!data) throw new Error('useData needs the data provider of the shell.')
  return data
}

/** What the line is like: 'online', 'slow' or 'offline', and since when. */
export function useLink(): LinkState {
  const { state } = useData().client.link
  return useSyncExternalStore(state.subscribe, state.get)
}

/** The writes that the server has not answered yet. */
export function usePendingWrites(): readonly PendingWrite[] {
  const { pending } = useData().client.queue
  return useSyncExternalStore(pending.subscribe, pending.get)
}
