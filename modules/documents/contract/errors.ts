import { errorCatalogue } from '#lib/problem-details/index.ts'

export const documentErrors = errorCatalogue('documents', {
  ReasonMissing: {
    status: 422,
    title: 'Trả về cần ghi lý do.',
    detail: 'Ghi một câu lý do để người soạn thảo biết cần sửa gì.',
  },
  RecipientUnfit: {
    status: 422,
    title: 'Có nơi nhận ghi chưa đúng loại.',
    detail: 'Bỏ nơi nhận đó rồi chọn lại trong danh sách.',
  },
  RecipientUnknown: {
    status: 422,
    title: 'Có nơi nhận không còn trong danh mục.',
    detail: 'Bỏ nơi nhận đó hoặc chọn lại.',
  },
  NotOnlyForInformation: {
    status: 409,
    title: 'Văn bản này không chỉ gửi để biết.',
    detail: 'Mở văn bản để đọc và làm việc đang chờ ông/bà.',
  },
  NotFrozenYet: {
    status: 409,
    title: 'Tệp PDF của bản đã duyệt đang được lập.',
    detail: 'Đợi vài giây rồi cấp số.',
  },
  FileNotReady: {
    status: 409,
    title: 'Tệp PDF có số và ngày đang được lập.',
    detail: 'Đợi vài giây rồi phát hành.',
  },
  NoSeries: {
    status: 409,
    title: 'Chưa có dãy số cho loại văn bản này.',
    detail: 'Quản trị cơ quan lập dãy số trong Quản trị → Sổ và dãy số.',
  },
  IdentifierMissing: {
    status: 409,
    title: 'Cơ quan ban hành chưa có mã định danh.',
    detail: 'Quản trị hệ thống nhập mã định danh của cơ quan, rồi làm lại.',
  },
  DuplicateOfRegistered: {
    status: 409,
    title: 'Văn bản này đã vào sổ số {number} ngày {date}.',
    detail: 'Mở văn bản đó, hoặc ghi lý do để vào sổ lần nữa.',
  },
  DuplicateOfArrived: {
    status: 409,
    title: 'Văn bản này đã đến qua hệ thống và đang chờ vào sổ.',
    detail: 'Mở văn bản đó rồi vào sổ, hoặc ghi lý do để vào sổ riêng bản này.',
  },
  YearToChoose: {
    status: 409,
    title: 'Văn bản đến năm {year}, sổ năm {year} chưa khóa.',
    detail: 'Chọn vào sổ năm {year} hay sổ năm nay.',
  },
  YearUnfit: { status: 422, title: 'Không vào sổ năm {year} được.', detail: 'Chọn sổ của năm văn bản đến.' },
  NothingToTakeBack: {
    status: 409,
    title: 'Không còn gì để lấy lại.',
    detail:
      'Người nhận đã mở văn bản. Đã giao việc thì dùng “Thu hồi phân công” kèm lý do; mới trình thì đề nghị người nhận trả về.',
  },
  NobodyToUrge: {
    status: 409,
    title: 'Chưa có ai được giao xử lý văn bản này, hoặc việc đã xong.',
    detail: 'Mở văn bản để xem đang ở đâu.',
  },
  RefusalHasLeft: {
    status: 409,
    title: 'Việc từ chối đã báo tới nơi gửi.',
    detail: 'Liên hệ nơi gửi để gửi lại văn bản.',
  },
  ForwardToWork: {
    status: 422,
    title: 'Chuyển tiếp chỉ để biết, hoặc chuyển cả việc cho một nơi chủ trì.',
    detail: 'Dùng “Phân công” để thêm nơi phối hợp.',
  },
  OnlyToKnow: {
    status: 422,
    title: 'Văn bản lưu lại chỉ gửi được để biết.',
    detail: 'Có nơi phải xử lý thì dùng “Giao xử lý”.',
  },
  ReopenReason: { status: 422, title: 'Chưa ghi lý do mở lại.', detail: 'Ghi một câu lý do để người đã xử lý biết.' },
  ReadsNoDocuments: {
    status: 422,
    title: '“{name}” giữ vai trò {role}, không xem và xử lý văn bản.',
    detail: 'Chọn người khác, hoặc giao qua đơn vị của người đó.',
  },
  RestrictedUnitVacant: {
    status: 422,
    title: 'Văn bản hạn chế chỉ giao cho người có tên; đơn vị “{unit}” chưa có người đứng đầu.',
    detail: 'Chọn người cụ thể.',
  },
  SeriesUnfit: {
    status: 422,
    title: 'Dãy số được chọn không hợp với sổ này.',
    detail: 'Chọn dãy số đến cho sổ đến, dãy số đi cho sổ đi.',
  },
  TermMissing: {
    status: 422,
    title: 'Chưa ghi nhiệm kỳ của dãy số.',
    detail: 'Ghi nhiệm kỳ bằng hai năm, ví dụ 2025-2030.',
  },
  SeriesGave: {
    status: 409,
    title: 'Dãy số “{name}” đã cấp số.',
    detail: 'Dãy đã cấp số thì không sửa: kết thúc dãy này rồi lập dãy mới.',
  },
  SeriesInUse: {
    status: 409,
    title: 'Sổ “{register}” còn lấy số từ dãy này.',
    detail: 'Kết thúc sổ đó trước, hoặc cho sổ lấy số từ dãy khác.',
  },
  BookEnded: {
    status: 409,
    title: '“{name}” đã kết thúc từ ngày {date}.',
    detail: 'Cần dùng lại thì lập mới.',
  },
  BookEndsBeforeToday: {
    status: 422,
    title: 'Ngày kết thúc đã qua.',
    detail: 'Chọn hôm nay hoặc một ngày sau: số đã cấp đến hôm nay vẫn thuộc sổ, dãy số này.',
  },
  CodeTaken: { status: 409, title: 'Mã sổ “{code}” đã dùng.', detail: 'Chọn mã khác.' },
  IssuerUnfit: {
    status: 422,
    title: 'Nơi ban hành không thuộc cơ quan.',
    detail: 'Chọn một nơi ban hành của cơ quan.',
  },
  RegisterUnknown: { status: 422, title: 'Sổ được chọn không còn dùng.', detail: 'Chọn sổ khác.' },
  NoRegister: {
    status: 409,
    title: 'Cơ quan chưa có sổ văn bản.',
    detail: 'Quản trị cơ quan lập sổ trong Quản trị → Sổ và dãy số.',
  },
  MainFileMissing: { status: 422, title: 'Chưa có tệp văn bản.', detail: 'Quét hoặc chọn tệp của văn bản rồi vào sổ.' },
  OneMainFile: {
    status: 422,
    title: 'Văn bản chỉ có một tệp chính.',
    detail: 'Đặt các tệp còn lại là phụ lục hoặc tệp kèm theo.',
  },
  UploadUnknown: { status: 422, title: 'Không còn thấy tệp vừa tải lên.', detail: 'Tải tệp lên lại.' },
  RegisterTooLong: {
    status: 422,
    title: 'Phần sổ được chọn có hơn {limit} dòng.',
    detail: 'Chọn khoảng số ngắn hơn (từ số, đến số) rồi in từng phần.',
  },
  PrintNeedsOfficeHead: {
    status: 403,
    title: 'In quá {limit} dòng sổ một lần cần quyền Chánh Văn phòng.',
    detail: 'Chọn khoảng số ngắn hơn (từ số, đến số), hoặc nhờ Chánh Văn phòng in.',
  },
  IssuedAfterArrival: {
    status: 422,
    title: 'Ngày văn bản sau ngày đến.',
    detail: 'Hãy xem lại ngày ghi trên văn bản.',
  },
  ArrivedInFuture: { status: 422, title: 'Ngày đến sau hôm nay.', detail: 'Sửa lại ngày đến.' },
  CalendarMissing: {
    status: 409,
    title: 'Chưa có lịch làm việc năm {year}.',
    detail: 'Quản trị hệ thống nạp thông báo ngày nghỉ của năm đó; trong lúc chờ, tự nhập hạn.',
  },
  TypeUnknown: {
    status: 422,
    title: 'Loại văn bản “{type}” không có trong danh mục.',
    detail: 'Chọn loại văn bản trong danh sách.',
  },
  LeaderNeeded: { status: 422, title: 'Chưa chọn lãnh đạo.', detail: 'Chọn người cho ý kiến chỉ đạo.' },
  NotALeader: { status: 422, title: '{name} không phải lãnh đạo cơ quan.', detail: 'Chọn Chủ tịch hoặc Phó Chủ tịch.' },
  NotFromInside: {
    status: 409,
    title: 'Văn bản này không đến qua hệ thống.',
    detail: 'Gửi trả bằng đường giấy; chọn “Không vào sổ” và ghi lý do.',
  },
  SenderUnknown: {
    status: 422,
    title: 'Không rõ nơi ban hành.',
    detail: 'Chọn nơi ban hành trong danh sách hoặc ghi tên.',
  },
  SigningForbidden: {
    status: 422,
    title: '{reason}',
    detail: 'Chọn lại người ký hoặc thẩm quyền ký (NĐ 30/2020 Điều 13).',
  },
  SuccessorUnfit: {
    status: 422,
    title: '{name} ({role}) không soạn thảo hay góp ý văn bản đi.',
    detail: 'Chọn người khác nhận bàn giao các văn bản này.',
  },
  SignerMissing: { status: 422, title: 'Chưa chọn người ký.', detail: 'Chọn người ký và thẩm quyền ký.' },
  RecipientsMissing: { status: 422, title: 'Chưa có nơi nhận.', detail: 'Thêm ít nhất một nơi nhận rồi làm lại.' },
  RecipientsFixed: {
    status: 409,
    title: 'Nơi nhận đã theo bản trình duyệt, không thêm bớt được nữa.',
    detail:
      'Ở bước này chỉ đổi được cách chuyển, hoặc thay nơi không còn. Muốn đổi nơi nhận thì trả dự thảo về; đã cấp số thì hủy số rồi trình lại.',
  },
  TooManyRecipients: {
    status: 422,
    title: 'Quá nhiều nơi nhận ({count}).',
    detail: 'Mỗi văn bản tối đa {limit} nơi nhận. Bỏ bớt nơi nhận rồi gửi lại.',
  },
  ContentMissing: {
    status: 422,
    title: 'Dự thảo chưa có nội dung.',
    detail: 'Viết nội dung theo mẫu hoặc tải tệp dự thảo lên.',
  },
  UploadOnly: {
    status: 422,
    title: 'Văn bản của {issuer} có thể thức riêng, không viết theo mẫu ở đây.',
    detail: 'Soạn bằng Word theo thể thức văn bản của Đảng, xuất ra PDF rồi tải tệp lên.',
  },
  PdfMissing: {
    status: 422,
    title: 'Bản dự thảo chưa có tệp PDF.',
    detail: 'Xuất tệp Word ra PDF rồi tải lên; tệp Word được giữ làm bản nguồn.',
  },
  NotTheSigner: {
    status: 403,
    title: 'Dự thảo này trình {name} duyệt.',
    detail: 'Chỉ người ký hoặc người được ủy quyền bằng văn bản mới duyệt được.',
  },
  CommentOfAnother: {
    status: 403,
    title: 'Ý kiến này do {name} ghi.',
    detail: 'Người ghi ý kiến hoặc người soạn thảo mới đánh dấu đã xong được.',
  },
  NotAsked: { status: 403, title: 'Dự thảo này không chờ ý kiến của ông/bà.', detail: 'Đang chờ: {holder}.' },
  SomebodyEdits: {
    status: 409,
    title: '{name} đang lấy dự thảo để sửa từ {since}.',
    detail: 'Đợi người đó trả lại, hoặc liên hệ trước khi sửa.',
  },
  DraftMoved: {
    status: 409,
    title: 'Dự thảo đã được sửa sau khi ông/bà mở.',
    detail: '{last} Xem bản hiện nay rồi làm lại.',
  },
  TakeBackUnanswered: {
    status: 409,
    title: 'Nơi nhận chưa trả lời việc lấy lại.',
    detail: 'Đợi vài giây rồi làm lại.',
  },
  NothingGivenBack: {
    status: 409,
    title: 'Không còn nơi nào đã trả lại hoặc từ chối văn bản.',
    detail: 'Tải lại để xem nơi nhận hiện nay.',
  },
  RecallOrderMissing: {
    status: 422,
    title: 'Chưa ghi ai quyết định thu hồi.',
    detail: 'Chọn lãnh đạo đã quyết định thu hồi văn bản này.',
  },
  RecallOrderUnfit: {
    status: 422,
    title: 'Người được chọn không có thẩm quyền thu hồi văn bản này.',
    detail: 'Chọn lãnh đạo của cơ quan ban hành hoặc người đã ký văn bản.',
  },
  PlacesOfTemplate: {
    status: 409,
    title: 'Văn bản viết theo mẫu đã có sẵn chỗ ghi số và ngày.',
    detail: 'Chỉ văn bản tải lên mới cần đặt chỗ.',
  },
  PlacesOverlap: {
    status: 422,
    title: 'Chỗ ghi số và chỗ ghi ngày chồng lên nhau.',
    detail: 'Dời một khung ra rồi lưu lại.',
  },
  NoSuccessor: {
    status: 409,
    title: 'Không còn nơi nào phải gửi cho nơi kế thừa.',
    detail: 'Tải lại để xem nơi nhận hiện nay.',
  },
  RecipientGone: {
    status: 422,
    title: 'Nơi nhận không còn: {names}.',
    detail: 'Bấm “Sửa nơi nhận”, bỏ nơi này hoặc chọn nơi thay, rồi làm lại.',
  },
  AlreadyOpenedThere: {
    status: 409,
    title: 'Nơi nhận đã mở văn bản nên không lấy lại được.',
    detail: 'Dùng “Thu hồi” kèm lý do.',
  },
  NumberDateInPast: {
    status: 422,
    title: 'Ngày ban hành không được sớm hơn ngày duyệt.',
    detail: 'Chọn ngày từ {date} trở đi.',
  },
  NotationMoved: {
    status: 409,
    title: 'Bản đã duyệt in ký hiệu “…{printed}”, nay theo dãy số là “…{now}”.',
    detail: 'Chọn ngày mà ký hiệu còn như bản đã duyệt, hoặc trả dự thảo về để trình duyệt lại với ký hiệu mới.',
  },
  DateInFuture: { status: 422, title: 'Ngày ban hành sau hôm nay.', detail: 'Chọn hôm nay hoặc ngày trước đó.' },
  UnitNotationMissing: {
    status: 422,
    title: 'Đơn vị soạn thảo chưa có chữ viết tắt.',
    detail: 'Quản trị cơ quan ghi chữ viết tắt của đơn vị để lập ký hiệu công văn.',
  },
  HandedOverDay: {
    status: 422,
    title: 'Ngày giao không hợp lệ.',
    detail: 'Chọn ngày từ ngày phát hành đến hôm nay.',
  },
  NoPaperOut: {
    status: 409,
    title: 'Nơi nhận này không còn giữ bản giấy phải thu lại.',
    detail: 'Xem lại danh sách nơi nhận.',
  },
  CollectedDay: { status: 422, title: 'Ngày thu lại không hợp lệ.', detail: 'Chọn ngày từ ngày thu hồi đến hôm nay.' },
  NotByHand: { status: 409, title: 'Nơi nhận này không chuyển bằng tay.', detail: 'Văn bản đã gửi trong hệ thống.' },
})
