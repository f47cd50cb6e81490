import type { ActContext } from '#platform/acts/context.ts'
import { type Route, routesOf } from '#platform/http/routes.ts'
import { changeUnit } from './change-unit.ts'
import {
  AddresseePage,
  AddresseeQuery,
  agencyPermissions,
  ChangeUnit,
  CorrectSeat,
  Delegate,
  Delegation,
  DelegationList,
  DelegationQuery,
  EndSeat,
  EndSigningOrder,
  GivenSeat,
  GiveSeat,
  KnownPerson,
  KnownPersonQuery,
  LetSignByOrder,
  NewPassword,
  OwnAgency,
  PartyList,
  PartyQuery,
  SaveUnit,
  Seat,
  SeatList,
  SeatQuery,
  SetSupport,
  SigningOrder,
  SigningOrderList,
  Unit,
  UnitList,
} from './contract.ts'
import { correctSeat } from './correct-seat.ts'
import { delegate } from './delegate.ts'
import { findDelegation, getOwnDelegation, listDelegations } from './delegations.ts'
import { endDelegation } from './end-delegation.ts'
import { endSeat } from './end-seat.ts'
import { findAddressees } from './find-addressees.ts'
import { findParties } from './find-parties.ts'
import { findPersonByLogin } from './find-person.ts'
import { giveSeat } from './give-seat.ts'
import { issuersOn, ownIssuersOn } from './issuers.ts'
import { getListedUnit, getOwnAgency, listSeats, listUnits } from './office-lists.ts'
import {
  presentAddressee,
  presentDelegation,
  presentGivenSeat,
  presentListedSeat,
  presentOwnAgency,
  presentSeat,
  presentSigningOrder,
  presentUnit,
} from './present.ts'
import { getSeat } from './queries.ts'
import { resetPassword, resetPasswordAgain, unlockLogin } from './reset-password.ts'
import { listRoutes } from './routes-lists.ts'
import { byId, whole } from './routes-shared.ts'
import { saveUnit } from './save-unit.ts'
import { setSupport } from './set-support.ts'
import {
  endSigningOrder,
  findSigningOrder,
  letSignByOrder,
  listSigningOrders,
  type SigningOrderRow,
} from './signing-orders.ts'

const routes = routesOf('agencies')
const { administer } = agencyPermissions

// ---- the directory and the own office -------------------------------------------------------------------------------

routes.read('/agencies', {
  summary: 'Tìm cơ quan, tổ chức theo tên, tên viết tắt hoặc mã định danh',
  description: 'Gõ có dấu hay không dấu; tên cũ và mã cũ cũng tìm được. Cơ quan đã giải thể có ngày giải thể.',
  permission: 'seated',
  query: AddresseeQuery,
  reply: AddresseePage,
  read: async (context, query) => {
    const { items, next } = await findAddressees(context, query)
    return { items: items.map(presentAddressee), next }
  },
})

routes.read('/agency', {
  summary: 'Cơ quan của vị trí công tác',
  permission: 'seated',
  reply: OwnAgency,
  read: async context => presentOwnAgency(await getOwnAgency(context), await ownIssuersOn(context, context.today)),
})

routes.act('put', '/agency/support', {
  summary: 'Ghi người hỗ trợ sử dụng hệ thống của cơ quan',
  permission: administer,
  body: SetSupport,
  reply: OwnAgency,
  act: setSupport,
  recall: async () => undefined,
  present: async context => presentOwnAgency(await getOwnAgency(context), await ownIssuersOn(context, context.today)),
})

routes.read('/parties', {
  summary: 'Tìm người và đơn vị trong cơ quan để giao việc',
  permission: 'seated',
  query: PartyQuery,
  reply: PartyList,
  read: async (context, query) => {
    const { items, next } = await findParties(context, query)
    return { items: [...items], next }
  },
})

// ---- units ----------------------------------------------------------------------------------------------------------

routes.read('/units', {
  summary: 'Cây đơn vị của cơ quan',
  permission: 'seated',
  reply: UnitList,
  read: async context => whole((await listUnits(context)).map(presentUnit)),
})

routes.act('post', '/units', {
  summary: 'Thêm đơn vị',
  permission: administer,
  body: SaveUnit,
  reply: Unit,
  status: 201,
  act: saveUnit,
  recall: byId,
  present: async (context, id) => presentUnit(await getListedUnit(context, id)),
})

routes.act('put', '/units/:id', {
  summary: 'Đổi tên, chuyển hoặc đóng đơn vị',
  permission: administer,
  body: ChangeUnit,
  reply: Unit,
  act: changeUnit,
  recall: byId,
  present: async (context, id) => presentUnit(await getListedUnit(context, id)),
})

// ---- seats ----------------------------------------------------------------------------------------------------------

routes.read('/seats', {
  summary: 'Người và vị trí công tác của cơ quan',
  permission: 'seated',
  query: SeatQuery,
  reply: SeatList,
  read: async (context, query) => {
    const { items, next } = await listSeats(context, query)
    return { items: items.map(presentListedSeat), next }
  },
})

routes.act('post', '/seats', {
  summary: 'Thêm người hoặc thêm vị trí công tác (kiêm nhiệm)',
  description: 'Mật khẩu đầu tiên chỉ hiện trong câu trả lời này; người đó phải đổi khi đăng nhập lần đầu.',
  permission: administer,
  body: GiveSeat,
  reply: GivenSeat,
  status: 201,
  act: giveSeat,
  recall: async (context, id) => ({ seat: await getSeat(context, id), login: null, firstPassword: null }),
  present: (_context, given) => presentGivenSeat(given),
})

routes.read('/people', {
  summary: 'Ai mang tên đăng nhập này, trước khi thêm vị trí cho người đó',
  permission: administer,
  query: KnownPersonQuery,
  reply: KnownPerson,
  read: (context, { login }) => findPersonByLogin(context, login),
})

routes.act('put', '/seats/:id', {
  summary: 'Sửa họ tên, chức danh hoặc thứ tự của vị trí công tác',
  permission: administer,
  body: CorrectSeat,
  reply: Seat,
  act: correctSeat,
  recall: getSeat,
  present: (_context, seat) => presentSeat(seat),
})

routes.act('post', '/seats/:id/end', {
  summary: 'Kết thúc vị trí công tác',
  description: 'Từ ngày kết thúc vị trí không còn quyền; việc đang mở phải bàn giao.',
  permission: administer,
  body: EndSeat,
  reply: Seat,
  act: endSeat,
  recall: getSeat,
  present: (_context, seat) => presentSeat(seat),
})

routes.act('post', '/seats/:id/reset-password', {
  summary: 'Cấp lại mật khẩu cho người giữ vị trí',
  permission: administer,
  reply: NewPassword,
  act: (context, { id }) => resetPassword(context, id),
  recall: resetPasswordAgain,
  present: (_context, given) => given,
})

routes.act('post', '/seats/:id/unlock', {
  summary: 'Mở khóa đăng nhập sau nhiều lần nhập sai',
  permission: administer,
  reply: Seat,
  act: (context, { id }) => unlockLogin(context, id),
  recall: byId,
  present: async (context, id) => presentSeat(await getSeat(context, id)),
})

// ---- delegations ----------------------------------------------------------------------------------------------------

routes.read('/delegations', {
  summary: 'Ủy quyền xử lý của tôi; quản trị thấy của cả cơ quan',
  permission: 'seated',
  query: DelegationQuery,
  reply: DelegationList,
  read: async (context, query) => {
    const { items, next } = await listDelegations(context, query)
    return { items: items.map(row => presentDelegation(context, row)), next }
  },
})

routes.act('post', '/delegations', {
  summary: 'Ủy quyền cho người khác xử lý thay',
  permission: 'seated',
  body: Delegate,
  reply: Delegation,
  status: 201,
  act: delegate,
  recall: async (context, id) => (await getOwnDelegation(context, id)).id,
  present: async (context, id) => presentDelegation(context, (await findDelegation(context, id))!),
})

routes.act('post', '/delegations/:id/end', {
  summary: 'Kết thúc ủy quyền',
  permission: 'seated',
  reply: Delegation,
  act: (context, { id }) => endDelegation(context, id),
  recall: byId,
  present: async (context, id) => presentDelegation(context, (await findDelegation(context, id))!),
})

// ---- signing by order (TL.) -------------------------------------------------------------------------------------------

const presentOrders = async (context: ActContext, rows: readonly SigningOrderRow[]) => {
  const issuers = await issuersOn(
    context,
    rows.map(row => row.issuer_id),
    context.today,
  )
  return rows.map(row => presentSigningOrder(row, issuers))
}
const presentOrder = async (context: ActContext, id: string) =>
  (await presentOrders(context, [(await findSigningOrder(context, id))!]))[0]!

routes.read('/signing-orders', {
  summary: 'Quy định ký thừa lệnh của cơ quan',
  permission: 'seated',
  reply: SigningOrderList,
  read: async context => whole(await presentOrders(context, await listSigningOrders(context))),
})

routes.act('post', '/signing-orders', {
  summary: 'Khai quy định ký thừa lệnh',
  permission: agencyPermissions['arrange-signing'],
  body: LetSignByOrder,
  reply: SigningOrder,
  status: 201,
  act: letSignByOrder,
  recall: byId,
  present: presentOrder,
})

routes.act('post', '/signing-orders/:id/end', {
  summary: 'Kết thúc quy định ký thừa lệnh',
  permission: agencyPermissions['arrange-signing'],
  body: EndSigningOrder,
  reply: SigningOrder,
  act: endSigningOrder,
  recall: byId,
  present: presentOrder,
})

export const agencyRoutes: readonly Route[] = [...routes.all, ...listRoutes]
