"""The counts with DuckDB's excel extension. Prints them as JSON; fails where the extension cannot be had."""

import json
import sys

import duckdb

base = duckdb.connect()
base.install_extension("excel")
base.load_extension("excel")
rows = base.execute(
    """
    with d as (
      select "Cơ quan giải quyết" as unit, "Ngày tiếp nhận" as received, "Hình thức nộp" = 'Trực tuyến' as online,
             "Ngày kết thúc xử lý"::date as ended, "Ngày hẹn trả"::date as due,
             coalesce("Trạng thái" in ('Đã trả kết quả', 'Đã xử lý xong', 'Từ chối giải quyết')
               and "Ngày kết thúc xử lý"::date between '2021-01-01' and '2021-12-31', false) as timed
      from read_xlsx(?, range = ?, header = true))
    select unit, count(received), count(received), count(*) filter (online), count(*) filter (not online),
           count(*) filter (timed and ended < due), count(*) filter (timed and ended = due),
           count(*) filter (timed and ended > due), count(*) filter (timed and ended <= due), count(*) filter (timed)
    from d group by unit
    """,
    [sys.argv[1], "A4:L1048576"],
).fetchall()
print(json.dumps({row[0]: list(row[1:]) for row in rows if row[0] is not None}))
