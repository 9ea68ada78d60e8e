"""The counts with the fastest reader there is, and nothing else: fastexcel into polars. Prints them as JSON."""

import json
import sys

import fastexcel
import polars as pl

frame = fastexcel.read_excel(sys.argv[1]).load_sheet(0, header_row=3, eager=True)
frame = pl.DataFrame(frame)
ended, due = pl.col("Ngày kết thúc xử lý").dt.date(), pl.col("Ngày hẹn trả").dt.date()
online = pl.col("Hình thức nộp") == "Trực tuyến"
timed = pl.col("Trạng thái").is_in(["Đã trả kết quả", "Đã xử lý xong", "Từ chối giải quyết"])
timed = timed & ended.is_between(pl.date(2021, 1, 1), pl.date(2021, 12, 31))
counts = frame.group_by("Cơ quan giải quyết").agg(
    pl.col("Ngày tiếp nhận").count().alias("received"),
    pl.col("Ngày tiếp nhận").count().alias("on_software"),
    online.sum().alias("online"),
    (~online).sum().alias("direct"),
    (timed & (ended < due)).sum().alias("early"),
    (timed & (ended == due)).sum().alias("on_time"),
    (timed & (ended > due)).sum().alias("late"),
    (timed & (ended <= due)).sum().alias("in_time"),
    timed.sum().alias("timed"),
)
print(json.dumps({row[0]: list(row[1:]) for row in counts.iter_rows()}))
