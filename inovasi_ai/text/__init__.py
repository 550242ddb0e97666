"""Indonesian text: what stands where. Knows nothing of rubrics or innovations."""

from .dates import DateMention, earliest, latest, parse_date, parse_period
from .document import Document, Note, Token
from .formatting import format_date, format_number, format_quantity, format_regulation, number_in_words
from .names import NameKind, NameMention
from .numbers import parse_number
from .quantities import QuantityMention, find_quantities, parse_quantity
from .regulations import RegulationMention, find_regulations, parse_regulation, regulation_key
from .sentences import Sentence
from .values import Hedge, PartialDate, Quantity, QuantityKind, Regulation, RegulationLevel
from .words import count_words, normalize

__all__ = [
    "DateMention",
    "Document",
    "Hedge",
    "NameKind",
    "NameMention",
    "Note",
    "PartialDate",
    "Quantity",
    "QuantityKind",
    "QuantityMention",
    "Regulation",
    "RegulationLevel",
    "RegulationMention",
    "Sentence",
    "Token",
    "count_words",
    "earliest",
    "find_quantities",
    "find_regulations",
    "format_date",
    "format_number",
    "format_quantity",
    "format_regulation",
    "latest",
    "normalize",
    "number_in_words",
    "parse_date",
    "parse_number",
    "parse_period",
    "parse_quantity",
    "parse_regulation",
    "regulation_key",
]
