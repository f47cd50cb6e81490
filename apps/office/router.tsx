import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import type { Screen } from '#platform/ui/screens/screen.ts'
import { officeModules } from './modules.ts'
import { ownScreens } from './own-screens.ts'
import { SessionGate } from './session/session-gate.tsx'
import { FirstSeat } from './shell/first-seat.tsx'
import { InsecureStrip } from './shell/insecure-strip.tsx'
import { NotFound } from './shell/not-found.tsx'
import { ScreenError } from './shell/screen-error.tsx'
import { SeatFrame } from './shell/seat-frame.tsx'
import { SeatStart } from './shell/seat-start.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    screen?: Screen
  }
}

const root = createRootRoute({ component: EveryPage, notFoundComponent: NotFoundPage })
const gate = createRoute({ getParentRoute: () => root, id: 'gate', component: Gated })
const start = createRoute({ getParentRoute: () => gate, path: '/', component: FirstSeat })
const ownAccount = createRoute({
  getParentRoute: () => gate,
  path: '/account',
  component: lazyRouteComponent(() => import('./shell/seatless-frame.tsx')),
})
const installation = createRoute({
  getParentRoute: () => gate,
  path: '/installation',
  component: lazyRouteComponent(() => import('./installation/installation-frame.tsx')),
})
const installedAgencies = createRoute({
  getParentRoute: () => installation,
  path: '/',
  component: lazyRouteComponent(() => import('#modules/agencies/office/installation/installation.tsx')),
})
const installedAgency = createRoute({
  getParentRoute: () => installation,
  path: '$agency',
  component: lazyRouteComponent(() => import('#modules/agencies/office/installation/agency.tsx')),
})
const installedCalendar = createRoute({
  getParentRoute: () => installation,
  path: 'calendar',
  component: lazyRouteComponent(() => import('./installation/calendar.tsx')),
})
const outsideBodies = createRoute({
  getParentRoute: () => installation,
  path: 'outside-bodies',
  component: lazyRouteComponent(() => import('#modules/agencies/office/installation/outside-bodies.tsx')),
})
// Before anybody can sign in: outside the gate.
const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/first-administrator',
  component: lazyRouteComponent(() => import('./installation/first-administrator.tsx')),
})
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./installation/new-password.tsx')),
})
const seat = createRoute({ getParentRoute: () => gate, path: '/s/$seat', component: SeatFrame })
const seatNotFound = createRoute({ getParentRoute: () => seat, path: '$', component: NotFound })
const seatStart = createRoute({ getParentRoute: () => seat, path: '/', component: SeatStart })

const screenRoutes = [...officeModules.flatMap(module => module.screens), ...ownScreens].map(screen =>
  createRoute({
    getParentRoute: () => seat,
    path: screen.path,
    component: lazyRouteComponent(screen.load),
    staticData: { screen },
  }),
)

// The page of the kit is for who builds screens: it is not in the production build.
const kitRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/kit',
        component: lazyRouteComponent(() => import('./kit/kit-page.tsx')),
      }),
    ]
  : []

const router = createRouter({
  routeTree: root.addChildren([
    gate.addChildren([
      start,
      ownAccount,
      installation.addChildren([installedAgencies, installedCalendar, outsideBodies, installedAgency]),
      seat.addChildren([seatStart, ...screenRoutes, seatNotFound]),
    ]),
    firstAdministrator,
    newPassword,
    ...kitRoutes,
  ]),
  // Values of the search stay text: a document's number is not to be read as a quantity.
  parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: search => {
    const text = new URLSearchParams(search as Record<string, string>).toString()
    return text ? `?${text}` : ''
  },
  scrollRestoration: true,
  defaultPreload: false,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPendingComponent: ScreenPending,
  defaultErrorComponent: ScreenError,
  defaultNotFoundComponent: NotFound,
})

function Gated() {
  return (
    <SessionGate>
      <Outlet />
    </SessionGate>
  )
}

function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  )
}

function ScreenPending() {
  return (
    <div className="page">
      <Loading onReload={() => window.location.reload()} />
    </div>
  )
}

export const OfficeRouter = () => <RouterProvider router={router} />

function EveryPage() {
  return (
    <>
      <InsecureStrip />
      <Outlet />
    </>
  )
}
