"""The counts as an office would script them with pandas: ``pandas_script.py WORKBOOK ENGINE`` prints them as JSON."""

import json
import sys

import pandas as pd

frame = pd.read_excel(sys.argv[1], header=3, engine=sys.argv[2])  # type: ignore[call-overload]  # the engine is checked by pandas
ended = pd.to_datetime(frame["Ngày kết thúc xử lý"]).dt.normalize()
due = pd.to_datetime(frame["Ngày hẹn trả"]).dt.normalize()
timed = frame["Trạng thái"].isin(["Đã trả kết quả", "Đã xử lý xong", "Từ chối giải quyết"])
timed &= (ended >= "2021-01-01") & (ended <= "2021-12-31")
frame["received"] = frame["Ngày tiếp nhận"].notna()
frame["online"] = frame["Hình thức nộp"] == "Trực tuyến"
frame["direct"] = ~frame["online"]
frame["early"] = timed & (ended < due)
frame["on_time"] = timed & (ended == due)
frame["late"] = timed & (ended > due)
frame["in_time"] = frame["early"] | frame["on_time"]
frame["timed"] = timed
frame["on_software"] = frame["received"]
names = ["received", "on_software", "online", "direct", "early", "on_time", "late", "in_time", "timed"]
counts = frame.groupby("Cơ quan giải quyết")[names].sum()
print(json.dumps({unit: [int(n) for n in row] for unit, row in zip(counts.index, counts.to_numpy(), strict=True)}))
