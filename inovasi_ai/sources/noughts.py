"""A nought written without unit (`sesudah: 0`, `nihil`) is a nought of what its counterpart counts."""

from __future__ import annotations

from dataclasses import replace

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import Hasil
from inovasi_ai.text.values import Quantity

__all__ = ["whole_noughts"]


def whole_noughts(innovation: Innovation) -> Innovation:
    """The innovation with every bare nought of a result in the unit of its counterpart; writings are kept."""
    results = tuple(_whole(result) for result in innovation.hasil)
    if all(new is old for new, old in zip(results, innovation.hasil, strict=True)):
        return innovation
    return innovation.model_copy(update={"hasil": results})


def _whole(result: Hasil) -> Hasil:
    before, after = result.sebelum, result.sesudah
    if before is None or after is None:
        return result
    update = {}
    if _bare_nought(before) and after.unit:
        update["sebelum"] = replace(before, unit=after.unit, kind=after.kind)
    if _bare_nought(after) and before.unit:
        update["sesudah"] = replace(after, unit=before.unit, kind=before.kind)
    return result.model_copy(update=update) if update else result


def _bare_nought(quantity: Quantity) -> bool:
    return not quantity.unit and not quantity.low and not quantity.high
