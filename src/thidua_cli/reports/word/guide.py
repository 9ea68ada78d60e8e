"""The Vietnamese guide to the templates, ``docs/templates.md``: generated from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_cli.reports.word.words import KIND_NAMES, Word, sections

_HEAD = """\
# Mẫu văn bản Word

<!-- Trang này do chương trình tạo ra (python -m tools.make_templates); không sửa tay. -->

Bảy văn bản được điền từ bảy mẫu Word. Lệnh `thidua init` chép các mẫu ra thư mục làm việc; mở bằng Word, sửa lời văn,
kiểu chữ, bảng biểu như mọi văn bản khác, rồi chạy `thidua score … --templates THƯ-MỤC-MẪU`. Văn bản nào không có mẫu
trong thư mục đó thì dùng mẫu gốc.

| Tệp mẫu | Văn bản |
|---|---|
| `to-trinh.docx` | Tờ trình của cơ quan trình |
| `danh-sach.docx` | Danh sách kèm theo tờ trình |
| `quyet-dinh.docx` | Dự thảo quyết định, kèm danh sách |
| `bien-ban.docx` | Dự thảo biên bản họp hội đồng |
| `bao-cao.docx` | Báo cáo kết quả phong trào |
| `nhan-rong.docx` | Danh mục đề xuất nhân rộng |
| `nhac-nop.docx` | Công văn đề nghị bổ sung số liệu, kèm một trang cho mỗi đơn vị (lệnh `thidua remind`) |

## Cách viết

Chữ trong hai dấu ngoặc nhọn được thay bằng số liệu:

```
{{ phong }} kính trình {{ chu_tich }} xem xét, khen thưởng thành tích trong {{ phong_trao }}.
```

Đoạn chỉ viết khi có điều kiện, mỗi dấu lệnh đứng riêng một đoạn (chữ `p` sau `{%` nghĩa là cả đoạn đó mất đi):

```
{%p if co_ca_nhan %}
Có {{ so_ca_nhan }} cá nhân được đề nghị.
{%p else %}
Không có cá nhân nào được đề nghị.
{%p endif %}
```

Lặp lại một đoạn cho từng mục của danh sách; từ của mỗi mục viết sau dấu chấm:

```
{%p for tc in tieu_chi %}
- {{ tc.nhan }}: {{ tc.ket_qua }}
{%p endfor %}
```

Trong bảng dùng `tr` để lặp lại dòng: dấu lệnh đứng riêng một dòng của bảng, phía trên và phía dưới dòng được lặp lại;
dùng `tc` để lặp lại ô theo cách ấy.

| STT | Tên tập thể | Tiền thưởng |
|---|---|---|
| `{%tr for tt in tap_the %}` | | |
| `{{ tt.stt }}` | `{{ tt.ten }}` | `{{ tt.tien }}` |
| `{%tr endfor %}` | | |

Trong vòng lặp, `loop.index` là số thứ tự, `loop.first` và `loop.last` là mục đầu và mục cuối.

Chương trình kiểm tra mọi mẫu trước khi điền và báo hết các lỗi một lần: tệp, đoạn hoặc ô của bảng, từ viết sai và từ
đúng gần nhất. Mẫu chỉ dùng được các từ dưới đây và các lệnh `for`, `if`, `elif`, `else`, `endif`, `endfor`;
sau từ có thể thêm `|upper`, `|lower`, `|capitalize`, `|title`, `|trim`, `|length`, `|first`, `|last`, `|default("…")`,
`|join(", ")`. Mọi cách viết khác (`|safe`, lệnh gọi, phép nhân …) đều bị từ chối.

Không đổi tên hai kiểu chữ `Đường kẻ dài bằng chữ` và `Đường kẻ một phần ba đến một nửa chữ`: chương trình tính độ dài
đường kẻ theo dòng chữ phía trên. Hình biểu đồ đứng riêng một đoạn.
"""


def template_guide() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD, "## Các từ dùng trong mẫu\n"]
    for title, words in sections().items():
        parts.append(f"### {title}\n")
        parts.append("\n".join(_table("", words)) + "\n")
        for word in words:
            parts += _lists("", word)
    return "\n".join(parts).rstrip() + "\n"


def _table(prefix: str, words: Sequence[Word]) -> Iterator[str]:
    yield "| Từ | Kiểu | Nghĩa | Ví dụ |"
    yield "|---|---|---|---|"
    for word in words:
        kind = "danh sách chữ" if word.kind == "list" and not word.fields else KIND_NAMES[word.kind]
        example = word.example.replace("|", "\\|")
        yield f"| `{prefix}{word.name}` | {kind} | {word.meaning} | {example} |"


def _lists(path: str, word: Word) -> Iterator[str]:
    """The tables of what the items of a list offer, nested lists after their own."""
    if word.kind != "list" or not word.fields:
        return
    name = f"{path}{word.name}"
    yield f"Mỗi mục của `{name}` (ví dụ `{{%p for {word.item} in {name} %}}`):\n"
    yield "\n".join(_table(f"{word.item}.", word.fields)) + "\n"
    for field in word.fields:
        yield from _lists(f"{word.item}.", field)
