import { errorCatalogue } from '#lib/problem-details/index.ts'

export const agencyErrors = errorCatalogue('agencies', {
  LinkUsed: {
    status: 410,
    title: 'Liên kết này đã dùng hoặc hết hạn.',
    detail:
      'Hệ thống chưa có quản trị: khởi động lại chương trình. Đã có: chạy “npm run -s xaso -- administrators” trên máy chủ.',
  },
  LastInstallationAdministrator: {
    status: 409,
    title: 'Đây là quản trị hệ thống cuối cùng.',
    detail: 'Lập một quản trị hệ thống khác trước.',
  },
  IdentifierUnfit: {
    status: 422,
    title: '“{code}” không đúng dạng mã định danh điện tử.',
    detail: 'Ghi đúng như trong quyết định cấp mã (Quyết định 20/2020/QĐ-TTg).',
  },
  IdentifierTaken: {
    status: 409,
    title: 'Mã định danh “{code}” đang là mã của {issuer}.',
    detail: 'Xem lại mã trong quyết định cấp mã.',
  },
  OfficeIsAdministered: {
    status: 409,
    title: '{name} đã đăng nhập và quản trị cơ quan này.',
    detail: 'Nhờ {name} cấp lại mật khẩu; nếu không được, ghi văn bản đề nghị của cơ quan rồi cấp lại.',
  },
  AgencyClosed: {
    status: 409,
    title: 'Cơ quan này đã định đóng từ ngày {date}.',
    detail: 'Việc đóng không đổi lại được. Nếu nhập sai, mở cơ quan mới.',
  },
  AgencyOpen: {
    status: 409,
    title: 'Cơ quan này chưa đóng.',
    detail: 'Quản trị của cơ quan tự thêm vị trí “Kiểm tra” ở Người và vị trí.',
  },
  OutsideBodyClosed: {
    status: 409,
    title: 'Cơ quan này đã định đóng từ ngày {date}.',
    detail: 'Việc đóng không đổi lại được. Nếu nhập sai, thêm lại thành cơ quan mới.',
  },
  ClosesBeforeToday: {
    status: 422,
    title: 'Ngày đóng đã qua.',
    detail: 'Chọn hôm nay hoặc một ngày sau: việc đã làm đến hôm nay vẫn là việc của cơ quan này.',
  },
  AgencyHasAgencies: {
    status: 409,
    title: 'Còn {count} cơ quan trực thuộc đang mở, đầu tiên là {first}.',
    detail: 'Đóng các cơ quan đó trước, cùng ngày hoặc sớm hơn.',
  },
  AgencySuccessorUnfit: {
    status: 422,
    title: 'Cơ quan tiếp nhận được chọn không còn mở vào ngày đó.',
    detail: 'Chọn cơ quan khác, hoặc chọn không có cơ quan tiếp nhận.',
  },
  RenamesBeforeToday: {
    status: 422,
    title: 'Ngày đổi tên đã qua.',
    detail: 'Chọn hôm nay hoặc một ngày sau: văn bản đã ban hành đến hôm nay mang tên cũ.',
  },
  UnitHasSeats: {
    status: 409,
    title: 'Đơn vị “{unit}” còn {count} vị trí công tác.',
    detail: 'Kết thúc hoặc chuyển các vị trí đó trước khi đóng đơn vị.',
  },
  UnitHasUnits: {
    status: 409,
    title: 'Đơn vị “{unit}” còn {count} đơn vị trực thuộc.',
    detail: 'Đóng hoặc chuyển các đơn vị đó trước.',
  },
  ParentClosed: {
    status: 409,
    title: 'Đơn vị cấp trên “{unit}” đã đóng từ ngày {date}.',
    detail: 'Mở lại đơn vị cấp trên trước, hoặc chọn đơn vị cấp trên khác.',
  },
  StandingUnfit: {
    status: 422,
    title: 'Vai trò “{role}” không có cương vị này.',
    detail: 'Chọn lại vai trò hoặc cương vị.',
  },
  FirstPersonTaken: {
    status: 409,
    title: '{name} đang là người đứng đầu (hoặc phụ trách, quyền) của {issuer}.',
    detail: 'Kết thúc vị trí đó trước, hoặc chọn ngày bắt đầu muộn hơn.',
  },
  SeatBeforeUnit: {
    status: 422,
    title: 'Đơn vị này có từ ngày {date}.',
    detail: 'Chọn ngày bắt đầu từ ngày đó trở đi, hoặc chọn đơn vị khác.',
  },
  SeatAfterClosing: {
    status: 422,
    title: 'Cơ quan đóng từ ngày {date}.',
    detail: 'Chọn ngày bắt đầu sớm hơn. Từ ngày đóng chỉ còn người tra cứu của nơi tiếp nhận.',
  },
  SeatEnded: {
    status: 409,
    title: 'Vị trí này đã kết thúc từ ngày {date}.',
    detail: 'Nếu người này giữ lại vị trí, hãy thêm vị trí mới.',
  },
  EndsBeforeSeat: {
    status: 422,
    title: 'Vị trí này bắt đầu từ ngày {date}.',
    detail: 'Chọn đúng ngày đó để hủy vị trí, hoặc một ngày sau để kết thúc.',
  },
  EndsBeforeToday: {
    status: 422,
    title: 'Ngày kết thúc đã qua.',
    detail: 'Chọn hôm nay hoặc một ngày sau: việc đã làm đến hôm nay vẫn là việc của vị trí này.',
  },
  EndsLater: {
    status: 409,
    title: 'Ngày kết thúc đã định là {date}, không lùi lại được.',
    detail: 'Chọn ngày sớm hơn. Nếu người này giữ tiếp, hãy thêm vị trí mới từ ngày {date}.',
  },
  OrderEndsBeforeToday: {
    status: 422,
    title: 'Ngày hết hiệu lực đã qua.',
    detail: 'Chọn hôm nay hoặc một ngày sau: văn bản đã ký đến hôm nay vẫn theo quy định này.',
  },
  OrderEndsLater: {
    status: 409,
    title: 'Quy định này đã định hết hiệu lực từ ngày {date}, không lùi lại được.',
    detail: 'Chọn ngày sớm hơn, hoặc thêm quy định mới từ ngày {date}.',
  },
  LastAdministrator: {
    status: 409,
    title: 'Đây là quản trị viên cuối cùng của cơ quan.',
    detail: 'Thêm một quản trị viên khác trước khi kết thúc vị trí này.',
  },
  LoginOfOtherAgency: {
    status: 403,
    title: 'Tài khoản của {name} do cơ quan khác quản lý.',
    detail: 'Nhờ quản trị của {agency} cấp lại mật khẩu hoặc mở khóa.',
  },
  NameOfOtherAgency: {
    status: 403,
    title: 'Họ tên của {name} do cơ quan khác quản lý.',
    detail: 'Nhờ quản trị của {agency} sửa; họ tên mới tự hiện ở đây.',
  },
  OwnLogin: {
    status: 422,
    title: 'Đây là tài khoản của chính ông/bà.',
    detail: 'Đổi mật khẩu ở trang Tài khoản. Quên mật khẩu thì nhờ quản trị khác của cơ quan cấp lại.',
  },
  LoginUnknown: {
    status: 422,
    title: 'Không có tài khoản “{login}”.',
    detail: 'Hỏi lại người đó tên đăng nhập, hoặc thêm người mới.',
  },
  LoginTaken: {
    status: 409,
    title: 'Tên đăng nhập “{login}” đã có người dùng.',
    detail: 'Chọn tên khác, ví dụ thêm tên xã phía sau.',
  },
  DatesCross: { status: 422, title: 'Ngày kết thúc sớm hơn ngày bắt đầu.', detail: 'Xem lại hai ngày.' },
  UnitMovesBelowItself: {
    status: 422,
    title: 'Đơn vị không thể nằm dưới chính nó.',
    detail: 'Chọn đơn vị cấp trên khác.',
  },
  SigningNeedsWriting: {
    status: 422,
    title: 'Ủy quyền ký phải có văn bản.',
    detail: 'Ghi số, ngày của văn bản ủy quyền (NĐ 30/2020 Điều 13 khoản 3), hoặc bỏ chọn “được ký”.',
  },
  SigningOnlyFromHead: {
    status: 422,
    title: 'Chỉ người đứng đầu được ủy quyền ký, và chỉ cho người đứng đầu đơn vị thuộc cơ quan.',
    detail: 'Bỏ chọn “được ký”, hoặc chọn lại người (NĐ 30/2020 Điều 13 khoản 3).',
  },
  DelegationUnfit: {
    status: 422,
    title: 'Vị trí “{title}” không xử lý văn bản nên không ủy quyền và không nhận ủy quyền.',
    detail: 'Chọn lãnh đạo, văn thư, trưởng đơn vị hoặc chuyên viên.',
  },
  DelegationIsOver: {
    status: 422,
    title: 'Ngày cuối của ủy quyền đã qua.',
    detail: 'Chọn ngày cuối là hôm nay hoặc một ngày sau.',
  },
  PhrasesFull: {
    status: 409,
    title: 'Đã có {count} câu hay dùng.',
    detail: 'Xóa bớt câu ít dùng rồi thêm câu mới.',
  },
  DelegatesToHimself: { status: 422, title: 'Không thể ủy quyền cho chính mình.', detail: 'Chọn người khác.' },
  SeatUnknown: {
    status: 422,
    title: 'Người được chọn không còn giữ vị trí này.',
    detail: 'Chọn lại người hoặc đơn vị.',
  },
  IssuerUnknown: { status: 422, title: 'Nơi ban hành được chọn không thuộc cơ quan này.', detail: 'Chọn lại.' },
  TypeUnknown: { status: 422, title: 'Không có loại văn bản “{type}”.', detail: 'Chọn lại loại văn bản.' },
  SigningOrderEnded: {
    status: 409,
    title: 'Quy định này đã hết hiệu lực từ ngày {date}.',
    detail: 'Nếu quy chế mới vẫn cho ký thừa lệnh, hãy thêm quy định mới.',
  },
  UnitUnknown: { status: 422, title: 'Đơn vị được chọn không còn.', detail: 'Chọn lại đơn vị.' },
  GroupEmpty: { status: 422, title: 'Nhóm chưa có nơi nhận nào.', detail: 'Thêm ít nhất một nơi nhận.' },
})
