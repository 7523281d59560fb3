"""The directory file: what it gives, and that a hostile or mistaken one is refused with the line that is wrong."""

from pathlib import Path

import pytest

from desktop.directory import centre_file
from desktop.directory.centre_file import DirectoryError, directory_key, read_directory
from desktop.domain.centre import Entry, Municipality
from tests.region import Region

HEADER = "hsa_id,name,street,postal_code,city,municipality_code,municipality,phone,e_services"
FALUN = "SE9900000020-1001,Tallbackens vårdcentral,Storgatan 1,791 30,Falun,2080,Falun,0200-00 00 00,tidbok|recept"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "directory.csv"


def refusal(file: Path, content: str | bytes) -> str:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(DirectoryError) as refused:
        read_directory(file)
    return str(refused.value)


def test_an_entry_has_what_the_file_says(file: Path) -> None:
    file.write_text(f"{HEADER}\n{FALUN}\n", encoding="utf-8")
    entry = read_directory(file)[directory_key(" se9900000020-1001 ")]
    assert entry == Entry(
        "Tallbackens vårdcentral",
        "Storgatan 1",
        "791 30",
        "Falun",
        Municipality("2080", "Falun"),
        "0200-00 00 00",
        ("tidbok", "recept"),
    )
    assert entry.address == "Storgatan 1, 791 30 Falun"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_spreadsheets_write_is_read(file: Path, sign: str, mark: str, end: str) -> None:
    content = end.join((mark + "City,HSA_ID,colour", 'Falun,A-1,"röd"', "", "Mora,A-2,blå")) + end
    file.write_bytes(content.replace(",", sign).encode())
    assert {key: entry.town for key, entry in read_directory(file).items()} == {"a-1": "Falun", "a-2": "Mora"}


def test_a_municipality_goes_by_its_code_and_a_new_one_brings_its_name(file: Path) -> None:
    file.write_text("hsa_id,municipality_code,municipality\nA-1,2080,Fahlun\nA-2,2099,Nyköping i Dalarna\nA-3,,\n")
    entries = read_directory(file)
    assert entries["a-1"].municipality == Municipality("2080", "Falun")
    assert entries["a-2"].municipality == Municipality("2099", "Nyköping i Dalarna")
    assert entries["a-3"].municipality is None


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("name,city\nA,B", "line 1: the first line must name the columns"),
        ("hsa_id,city,city\nA-1,B,C", "line 1: the first line must name the columns"),
        ("", "line 1: the first line must name the columns"),
        ("hsa_id,city\nA-1", "line 2: 1 columns, where the first line has 2"),
        ("hsa_id,city\nA-1,B,C", "line 2: 3 columns, where the first line has 2"),
        ("hsa_id,city\n  ,Mora", "line 2: hsa_id is empty"),
        ("hsa_id,city\nA-1,Mora\na-1 ,Falun", "line 3: hsa_id 'A-1' has been before"),
        ("hsa_id,city\nA-1," + "x" * 201, "line 2: city: over 200 letters"),
        ("hsa_id,city\nA-1,Mo\x00ra", "line 2: city: over 200 letters, or signs that are no text"),
        ("hsa_id,city\nA-1,\u202eMora", "line 2: city: over 200 letters, or signs that are no text"),
        ("hsa_id,municipality_code,municipality\nA-1,99999,X", "line 2: municipality_code '99999' is unknown"),
        ("hsa_id,municipality_code\nA-1,2099", "line 2: municipality_code '2099' is unknown"),
        ('hsa_id,city\nA-1,"Mora', "unexpected end of data"),
        ('hsa_id,city\nA-1,"' + "x" * 200_000 + '"', "field larger than field limit"),
    ],
)
def test_a_mistaken_file_is_refused_with_its_line(file: Path, rows: str, what: str) -> None:
    said = refusal(file, rows)
    assert said.startswith("directory.csv")
    assert what in said


def test_other_letters_than_utf_8_are_refused(file: Path) -> None:
    assert "is not UTF-8" in refusal(file, "hsa_id,city\nA-1,Älvdalen".encode("latin-1"))


def test_a_file_that_is_not_there_or_too_large_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DirectoryError, match="cannot be read"):
        read_directory(file)
    monkeypatch.setattr(centre_file, "MOST_BYTES", 1_000_000)
    assert "is larger than 1 MB" in refusal(file, b"x" * 1_000_001)


def test_too_many_care_centres_are_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centre_file, "MOST_ROWS", 3)
    rows = ["hsa_id", *(f"A-{number}" for number in range(3))]
    file.write_text("\n".join(rows))
    assert len(read_directory(file)) == 3
    assert "more than 3 care centres" in refusal(file, "\n".join([*rows, "A-3"]))


def test_no_more_than_a_screenful_of_faults_is_told(file: Path) -> None:
    assert len(refusal(file, "hsa_id,city\n" + "A-1\n" * 1000).splitlines()) == 10


def test_the_practice_regions_directory_is_read(region: Region) -> None:
    entries = read_directory(Path(region.practice.ready()["directory"]))
    assert len(entries) >= 60
    assert entries[directory_key("SE9900000020-1001")].municipality == Municipality("2080", "Falun")
