"""The words that columns are known by: per kind of table and field the header phrases, best first.

Phrases are regular expressions over :func:`~thidua_cli.intake.layout.words.header_words` and must match a header whole
(or its path of heads, joined). Sources: domain.md 1 and 2.3, the contract's section 2. Statistics have a vocabulary of
their own (:mod:`.counts`), because what "Quá hạn" means there depends on the head above it.
"""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.intake.tables import Kind

_WHEN = "(?:ngay gio|ngay thang nam|ngay thang|ngay|thoi gian|thoi diem|gio)"
_NOUN = (
    "(?:co quan|don vi|phong ban|phong|ban|nganh|dia phuong|xa phuong thi tran|xa phuong|phuong xa|phuong|xa"
    "|tap the|bo phan"
    "|ubnd|uy ban nhan dan|to chuc)"
)
_UNIT = f"(?:ten |cac )*{_NOUN}(?: (?:va |hoac |cac )?{_NOUN})*"
_HANDLES = "(?:giai quyet|xu ly|thu ly|thuc hien|chu tri|phu trach|duoc giao|quan ly|truc thuoc|chuyen mon)"
_WORK = "(?: ho so| thu tuc hanh chinh| thu tuc| thuc hien| nhiem vu| chinh| hien tai| hien nay| cuoi cung)*"
_CASE = "(?: ho so| thu tuc hanh chinh)?"
_OFFICER = (
    "(?:ten |ho ten |ho va ten )?(?:can bo cong chuc|can bo|cong chuc|chuyen vien|nguoi|nhan vien)(?: cong chuc)?"
)
_IDEA = "(?:sang kien|giai phap|mo hinh|cach lam hay|cach lam|de tai|sang kien kinh nghiem)(?: moi| hay| hieu qua)*"
_SOME_TASKS = "(?:so |so luong )?(?:nhiem vu)?"
_PAR = "(?:chi so )?(?:cai cach hanh chinh|par index|par)"
_FINAL = (
    "(?:chinh thuc|cuoi cung|lan cuoi|(?:duoc )?phe duyet|cong bo|ket luan|(?:da )?chot|thong nhat|con lai"
    "|sau (?:khi )?(?:tru|giai trinh|phuc khao)|giai trinh|phuc khao)"
)
"""What makes a score the last word."""
_APPRAISES = "tham dinh|phuc tra|kiem tra|danh gia|cham diem|cham|xac nhan"
_APPRAISER = (
    "hoi dong|to|doan|ban|co quan|co tham quyen|cap tren|thanh pho|tinh|so noi vu|phong noi vu|thanh tra"
    "|tham dinh|phuc tra|kiem tra"
)
_SCORED = f"(?:tong|so|diem|ket qua|{_PAR}|cua|do|duoc|cap|cong tac|thu ky|lien nganh|{_APPRAISES}|{_APPRAISER})"
"""The words of which the head of a score is made: what it is, who gave it, how."""

_ASSESSES = "(?:thanh pho |tinh |tp )?"

UNIT_PATTERNS = (
    (
        f"{_UNIT} (?:ca nhan )?(?:dang |duoc |da )?{_HANDLES}(?: va)?(?: {_HANDLES})?{_WORK}(?: (?:qua|tre|cham) han)?"
        f"|noi (?:dang )?{_HANDLES}{_WORK}"
    ),
    f"{_UNIT}(?: bao cao| cong tac| lam viec| tham gia| ap dung| de nghi| de xuat| dang cong tac)?|noi cong tac",
    (
        f"{_UNIT} (?:tiep nhan va giai quyet|tiep nhan|nhan){_CASE}|noi (?:tiep nhan|nhan|tra){_CASE}"
        f"|{_UNIT} ca nhan|{_UNIT} (?:tra|giao)(?: ket qua)?{_CASE}"
    ),
    (
        "(?:don vi |co quan |nguoi )?(?:chu tri|phan cong|duoc phan cong|phu trach|thuc hien)(?: thuc hien| chinh)?"
        "|(?:phan cong )?trach nhiem(?: thuc hien)?|dia phuong|dia ban|khu vuc|phuong xa thi tran"
    ),
)
"""How a column of units is called: who handles, who it is, who received, and words that need cells that are units."""
HANDLES, PLAIN, RECEIVES, VAGUE = range(4)
"""The ranks of :data:`UNIT_PATTERNS`."""

FIELD_PATTERNS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    Kind.DOSSIERS: {
        "code": (
            "ma ho so|so ho so|(?:ma so|so ma|so va ma|so hieu) ho so",
            "(?:ma|so|ma so) ho so (?:mot cua|thu tuc hanh chinh|dich vu cong|dien tu|truc tuyen|tren he thong)",
            "(?:so|ma|ma so) (?:phieu )?bien nhan(?: ho so)?|so phieu(?: tiep nhan| hen)?|(?:ma|so) tiep nhan",
            "(?:ma|so) ho so (?:goc|quoc gia)",
        ),
        "unit": UNIT_PATTERNS,
        "submitted": (f"{_WHEN} (?:gui|nop|dang ky)(?: ho so| truc tuyen)*",),
        "received": (
            f"{_WHEN} (?:tiep nhan|thu ly)(?: ho so)?",
            f"{_WHEN} (?:nhan|vao so)(?: ho so)?|tiep nhan luc",
        ),
        "due": (
            f"(?:{_WHEN} )?hen (?:ngay )?tra(?: ket qua)?(?: ho so)?(?: cho .*)?",
            f"{_WHEN} (?:hen|den han|het han|phai tra)(?: ket qua)?(?: giai quyet)?|han tra(?: ket qua)?",
            f"{_WHEN} (?:du kien )?tra(?: ket qua)?(?: du kien| theo phieu hen| theo hen)(?: ket qua)?",
            "han xu ly|han giai quyet|thoi han giai quyet|thoi han tra(?: ket qua)?|thoi han xu ly",
        ),
        "due_extended": (
            f"(?:{_WHEN} )?gia han(?: den(?: ngay)?)?|{_WHEN} hen tra (?:sau gia han|gia han|moi|lai|sau khi gia han)",
        ),
        "ended": (
            f"{_WHEN} (?:ket thuc|hoan thanh|hoan tat)(?: xu ly| giai quyet| thuc te| ho so| viec giai quyet)*",
            f"{_WHEN} (?:xu ly xong|giai quyet xong|co ket qua|xong)(?: thuc te)?|ket thuc xu ly|hoan thanh luc",
            "ngay giai quyet",
        ),
        "returned": (
            f"{_WHEN} (?:da |thuc |giao )?tra(?: ket qua| ho so| thuc te| cho .*)*",
            f"{_WHEN} (?:cong dan |nguoi dan |to chuc )?nhan ket qua|tra ket qua luc",
        ),
        "status": (
            "(?:trang thai|tinh trang)(?: cua)?(?: ho so| xu ly| giai quyet| hien tai| hien thoi)*",
            "ket qua (?:xu ly|giai quyet)(?: ho so)?",
        ),
        "channel": (
            (
                "(?:hinh thuc|kenh|cach thuc|phuong thuc|nguon) (?:nop|tiep nhan|gui|thuc hien"
                "|dang ky)(?: ho so)?(?: truc tuyen)?"
            ),
            "(?:nop |ho so |tiep nhan |dich vu cong )*truc tuyen|nguon ho so|kenh",
        ),
        "level": (
            (
                "(?:muc do|muc|cap do) (?:cung cap )?(?:dich vu cong|truc tuyen"
                "|dich vu cong truc tuyen)(?: truc tuyen)?|muc do|muc"
            ),
            (
                "(?:loai (?:hinh )?|muc do thuc hien )dich vu cong(?: truc tuyen)?"
                "|dich vu cong(?: truc tuyen)? muc do|muc do dich vu"
            ),
        ),
        "officer": (
            f"{_OFFICER} (?:dang )?{_HANDLES}(?: chinh| ho so| hien tai| cuoi cung)*|(?:can bo|cong chuc|chuyen vien)",
            f"{_OFFICER} (?:tiep nhan|dang giu|hien tai)(?: ho so)?",
        ),
        "procedure": (
            "(?:ten )?thu tuc hanh chinh|(?:ten )?thu tuc(?: hanh chinh)?|ten thu tuc",
            "loai ho so|loai thu tuc|noi dung(?: ho so| giai quyet)?|ma thu tuc(?: hanh chinh)?",
        ),
        "field": ("(?:ten )?linh vuc(?: giai quyet| thu tuc)?",),
    },
    Kind.UNITS: {
        "unit": UNIT_PATTERNS,
        "group": (
            "(?:ten )?(?:khoi|cum|cum khoi|khoi cum)(?: thi dua)?(?: so)?",
            "nhom(?: don vi| thi dua)?|thuoc khoi|loai (?:hinh )?don vi",
        ),
        "assessed": (
            f"(?:co |thuoc dien |doi tuong )*(?:duoc )?(?:thanh pho |tp )?danh gia(?: {_PAR}.*| chi so.*)?",
            f"(?:co )?(?:xac dinh|cham|tinh|ap dung) {_PAR}.*",
            f"(?:duoc )?tinh danh gia(?: {_PAR}.*| chi so.*)?",
        ),
        "not_assessed": (f"(?:khong|chua|mien) (?:thuoc dien )?(?:duoc )?{_ASSESSES}danh gia(?: {_PAR}.*| chi so.*)?",),
        "aliases": ("(?:cac )?ten (?:goi )?khac|ten viet tat|ten goi|viet tat|ten tren (?:he thong|phan mem).*",),
        "code": ("ma|ma (?:so )?(?:don vi|dinh danh|co quan)(?: don vi| dien tu)*",),
        "valid_from": ("(?:ngay )?(?:co )?hieu luc(?: tu(?: ngay)?)?|tu ngay|ap dung tu(?: ngay)?",),
        "valid_to": ("(?:ngay )?het hieu luc|hieu luc den(?: ngay)?|den ngay|ap dung den(?: ngay)?",),
    },
    Kind.TASKS: {
        "unit": UNIT_PATTERNS,
        "task": (
            (
                "(?:ten |noi dung )?nhiem vu(?: duoc giao| cu the| cai cach hanh chinh| ke hoach| (?:trong|theo"
                "|tai) ke hoach.*)*"
            ),
            "(?:noi dung|cong viec|noi dung cong viec|noi dung thuc hien|noi dung nhiem vu cong viec)",
        ),
        "result": (
            (
                "ket qua (?:thuc hien|hoan thanh)(?: nhiem vu)?|(?:tinh trang|trang thai|tien do"
                "|tinh hinh) (?:thuc hien|hoan thanh)"
                "|(?:ket qua|danh gia) (?:.{0,50} )?(?:tham dinh|kiem tra|xac nhan|phuc tra|cuoi cung|chinh thuc)"
                "|ket qua (?:.{0,40} )?tu (?:danh gia|cham|nhan|bao cao)(?: diem)?"
            ),
            "ket qua|trang thai|tinh trang|muc do hoan thanh|danh gia(?: ket qua)?|tien do|da hoan thanh|hoan thanh",
        ),
        "assigned": (
            (
                "(?:tong )?(?:so|so luong) nhiem vu(?: (?:da |phai )?(?:duoc )?(?:giao|thuc hien))?(?: trong .*"
                "| theo .*| tai .*)?"
            ),
            "nhiem vu duoc giao|duoc giao|(?:tong so|so|so luong) (?:duoc )?giao",
        ),
        "completed": (
            "(?:(?:tong )?(?:so|so luong) )?(?:nhiem vu )?(?:da )?hoan thanh(?: nhiem vu)?",
            "(?:so|so luong) (?:nhiem vu )?da (?:hoan thanh|thuc hien)(?: xong)?|nhiem vu da (?:hoan thanh|thuc hien)",
        ),
        "completed_in_time": (
            (
                f"(?:{_SOME_TASKS} )?(?:da )?hoan thanh(?: (?:dung|truoc|som|trong)(?: va| hoac)?)+"
                " (?:thoi )?(?:han|tien do)"
            ),
        ),
        "completed_late": (f"(?:{_SOME_TASKS} )?(?:da )?hoan thanh (?:qua|tre|cham|muon)(?: thoi)?(?: han| tien do)?",),
        "due": (
            (
                "thoi han(?: hoan thanh| thuc hien)?|han hoan thanh|thoi gian (?:hoan thanh|thuc hien)"
                "|ngay phai hoan thanh"
            ),
        ),
        "finished": ("ngay hoan thanh(?: thuc te)?|thoi gian hoan thanh thuc te|ngay thuc hien xong|hoan thanh ngay",),
    },
    Kind.PAR_INDEX: {
        "unit": UNIT_PATTERNS,
        "score_max": ("(?:diem|so diem|tong diem) (?:toi da|chuan)|thang diem|diem chuan toi da",),
        "score_self": (
            r"(?:(?:tong )?(?:diem|ket qua) )?(?:don vi )?tu (?:danh gia|cham|cham diem|xac dinh)(?: diem)?",
        ),
        "score_final": (f"(?:{_SCORED} )*{_FINAL}(?: (?:{_SCORED}|{_FINAL}))*",),
        "score_appraised": (
            f"(?:{_SCORED} )*(?:tham dinh|phuc tra|kiem tra)(?: {_SCORED})* lan [2-9]",
            f"(?=.*(?:{_APPRAISER}))(?=.*(?:diem|ket qua|{_APPRAISES}))(?:(?:{_SCORED}|lan 1)(?: |$))+",
        ),
        "score": (
            r"(?:tong |gia tri |diem |ket qua )*(?:chi so )?(?:cai cach hanh chinh|par index)(?: nam \d+| dat duoc)*",
            "(?:tong )?(?:diem|so diem)(?: dat| dat duoc| danh gia)?|diem so|ket qua(?: cham diem)?|chi so",
        ),
        "share": ("(?:ty le|phan tram)(?: diem| dat| dat duoc| so voi .*)*",),
    },
    Kind.INITIATIVES: {
        "unit": UNIT_PATTERNS,
        "title": (
            f"(?:ten |noi dung |ten goi )*{_IDEA}(?: (?:hoac |va )?{_IDEA})*(?: cai cach hanh chinh)?",
            "ten (?:goi|de tai)|noi dung sang kien.*",
        ),
        "author": (
            (
                "(?:ten |ho ten |ho va ten )?(?:nhom |dong )?tac gia.*|chu nhiem|(?:nguoi|ca nhan) (?:de xuat"
                "|thuc hien|viet|dang ky).*"
            ),
            "ho va ten|ho ten",
        ),
        "recognised": (
            (
                "(?:ket qua|tinh trang|trang thai|hinh thuc)?(?: )?(?:xet )?(?:duoc |da )?(?:cong nhan"
                "|xet cong nhan)(?: sang kien)?"
            ),
            "ket qua (?:danh gia|xet duyet|xet|tham dinh)|muc (?:do )?cong nhan|ket luan",
            "ket qua",
        ),
        "decision": ("(?:so )?(?:quyet dinh|van ban|giay chung nhan|qd)(?: so)?(?: cong nhan)?(?: sang kien)?",),
        "status": ("(?:tinh trang|trang thai)(?: ho so| xu ly)?",),
        "year": ("nam(?: (?:duoc )?(?:cong nhan|ap dung|thuc hien|xet|dang ky))?",),
        "effect": ("(?:tinh )?hieu qua.*|ket qua ap dung|loi ich.*",),
        "scope": ("pham vi.*|kha nang (?:ap dung|nhan rong).*",),
        "rollout": ("(?:duoc )?(?:de nghi |de xuat |kien nghi |lua chon |chon )?nhan rong(?: mo hinh| sang kien)?",),
        "implementer": (
            "(?:phan cong|trach nhiem)(?: to chuc)?(?: thuc hien| nhan rong| trien khai)+.*",
            "(?:co quan|don vi|noi)(?: to chuc| chu tri| trien khai| thuc hien| duoc)* nhan rong",
        ),
    },
    Kind.INDIVIDUALS: {
        "name": (
            "(?:ho va ten|ho ten)(?: ca nhan| can bo.*| nguoi duoc .*)?|(?:ten )?ca nhan(?: de nghi.*)?|ten can bo.*",
        ),
        "position": ("chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|chuc vu (?:cong viec|hien nay|cong tac)",),
        "unit": UNIT_PATTERNS,
        "gender": ("gioi tinh|nam nu|phai|gioi",),
        "classification": (
            "(?:muc do|muc|ket qua)? ?hoan thanh nhiem vu.*|muc do hoan thanh|muc xep loai.*",
            (
                "(?:danh gia|ket qua|phan loai)? ?(?:danh gia )?xep loai.*|phan loai (?:can bo|danh gia"
                "|chat luong).*|ket qua danh gia.*"
            ),
        ),
        "initiative": (
            f"(?:ten |co |so )*{_IDEA}(?: (?:hoac |va )?{_IDEA})*(?: (?:duoc )?cong nhan| ca nhan| cai cach.*)*",
        ),
        "leader": ("(?:la )?lanh dao(?: quan ly)?|can bo (?:lanh dao|quan ly).*", "phan loai doi tuong|doi tuong"),
    },
    Kind.COUNCIL_DECISIONS: {
        "unit": UNIT_PATTERNS,
        "name": ("(?:ho va ten|ho ten)(?: ca nhan)?|(?:ten )?ca nhan",),
        "decision": (
            "quyet dinh(?: cua)?(?: hoi dong| chu tich)?|y kien(?: cua)? hoi dong|ket luan(?: cua hoi dong)?",
        ),
        "author": (
            "nguoi quyet dinh|(?:co quan|cap) quyet dinh|nguoi (?:ky|cho y kien|ket luan)|tham quyen quyet dinh",
        ),
        "reason": ("ly do(?: .*)?|can cu",),
    },
    Kind.EARLIER_AWARDS: {
        "unit": (*UNIT_PATTERNS, "ten tap the(?: ca nhan)?"),
        "name": ("(?:ho va ten|ho ten)(?: ca nhan)?|(?:ten )?ca nhan",),
        "award": ("hinh thuc(?: khen thuong)?|(?:danh hieu|danh hieu thi dua)(?: hinh thuc khen thuong)?",),
        "achievement": (
            "(?:noi dung|thanh tich|ve thanh tich|ly do)(?: duoc)?(?: khen thuong| khen| dat duoc)?",
            "phong trao(?: thi dua)?",
        ),
        "year": ("nam(?: khen thuong| khen| duoc khen)?|ngay (?:quyet dinh|khen thuong|ky)",),
        "number": ("so quyet dinh|so qd|quyet dinh(?: so)?(?: khen thuong)?|(?:so )?quyet dinh khen(?: thuong)?",),
    },
}
"""Header phrases of the kinds that are lists."""

STRONG: Mapping[Kind, frozenset[str]] = {
    Kind.DOSSIERS: frozenset("code received due ended returned submitted due_extended channel level".split()),
    Kind.UNITS: frozenset("group assessed not_assessed aliases".split()),
    Kind.TASKS: frozenset("task assigned completed result".split()),
    Kind.PAR_INDEX: frozenset("score_self score_appraised score_final score_max score".split()),
    Kind.INITIATIVES: frozenset("title author recognised".split()),
    Kind.INDIVIDUALS: frozenset("name position classification gender leader".split()),
    Kind.COUNCIL_DECISIONS: frozenset("decision author reason".split()),
    Kind.EARLIER_AWARDS: frozenset("award achievement number year".split()),
}
"""Fields that speak for their kind (weight 2, any other 1)."""
