import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem.ts'

/**
 * How long what was read counts as fresh, and what is tried again: a line that was down twice, a refusal never.
 * `networkMode: 'always'`, because the data client itself knows better than the browser whether the line is up.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && asProblem(error).mayPass,
        retryDelay: failures => 1_000 * 2 ** failures,
      },
    },
  })
}
