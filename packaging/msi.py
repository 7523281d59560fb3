"""Owns the Windows installer: wixl builds it from windows/listningsluckan.wxs, on Linux as on Windows.

wixl has no word for the search path, for copying the profile, for a folder's rights and for the code page: msibuild, of
the same package, adds those rows (`ROWS`) to what wixl wrote.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICON = "listningsluckan.ico"
SOURCE = ROOT / "packaging" / "windows" / "listningsluckan.wxs"
HEAT = (
    *("wixl-heat", "-p", "./", "--win64", "--var", "var.SourceDir"),
    *("--component-group", "Program", "--directory-ref", "INSTALLDIR"),
)

IDENTITY = uuid.UUID("6B0E0D0C-52C4-4E2B-9C37-2F9A2E6B4D11")
"""The upgrade code in the .wxs."""

TABLES = (
    "CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL LOCALIZABLE,"
    " `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)",
    "CREATE TABLE `MoveFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL,"
    " `SourceName` CHAR(255) LOCALIZABLE, `DestName` CHAR(255) LOCALIZABLE, `SourceFolder` CHAR(72),"
    " `DestFolder` CHAR(72) NOT NULL, `Options` INT NOT NULL PRIMARY KEY `FileKey`)",
    "CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL, `LockObject` CHAR(72) NOT NULL,"
    " `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(0) NOT NULL, `Condition` CHAR(255)"
    " PRIMARY KEY `MsiLockPermissionsEx`)",
)
ROWS = (
    # The command line finds the program, for everybody on the machine; taken back at uninstall.
    "INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`)"
    " VALUES ('SearchPath', '=-*PATH', '[~];[INSTALLDIR]', 'Machine')",
    # PROFILE=FILE copies that file to the profile's place. No SourceName: the property is the whole path.
    "INSERT INTO `MoveFile` (`FileKey`, `Component_`, `DestName`, `SourceFolder`, `DestFolder`, `Options`)"
    " VALUES ('ProfileFile', 'Profile', 'profile.toml', 'PROFILE', 'PROFILEFOLDER', 0)",
    # Only administrators and the system write where the profile lies; users read.
    "INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`, `LockObject`, `Table`, `SDDLText`)"
    " VALUES ('ProfileRights', 'PROFILEFOLDER', 'CreateFolder',"
    " 'D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FRFX;;;BU)')",
    # Another build of the same version replaces this one, too (512: up to and including the version; 1: keep features).
    "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'WIX_UPGRADE_DETECTED'",
    "INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMax`, `Attributes`, `ActionProperty`)"
    " VALUES ('{identity}', '{version}', 513, 'WIX_UPGRADE_DETECTED')",
    # Properties on the command line reach the elevated part of the installation only when they are named here.
    "UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;PROFILE'"
    " WHERE `Property` = 'SecureCustomProperties'",
    # 51: set a property, here where Windows shows the program's folder.
    "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`)"
    " VALUES ('TellFolder', 51, 'ARPINSTALLLOCATION', '[INSTALLDIR]')",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('TellFolder', 1010)",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('RemoveEnvironmentStrings', 3300)",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('MoveFiles', 3800)",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('WriteEnvironmentStrings', 5200)",
)


def make_installer(tree: Path, target: Path, version: str) -> Path:
    """Write `listningsluckan-VERSION-x64.msi` of a Windows program tree into `target`, and return its path.

    The tree has `listningsluckan.exe`, `listningsluckanw.exe` and the icon at its top. Raises CalledProcessError when a
    tool refuses; its words stand on standard error.
    """
    installer = target / f"listningsluckan-{version}-x64.msi"
    installer.unlink(missing_ok=True)
    # wixl takes no absolute paths, and looks beside its own input too.
    with tempfile.TemporaryDirectory(dir=tree.parent) as folder:
        here = Path(folder)
        shutil.copy(tree / ICON, here)
        shutil.copy(SOURCE, here)
        files = sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())
        listed = subprocess.run(
            HEAT, input="\n".join(f"./{file}" for file in files), check=True, capture_output=True, text=True
        )
        (here / "program.wxs").write_text(listed.stdout, encoding="utf-8")
        product, package = _codes(tree, files, version)
        named = [
            "-D",
            f"Product={product}",
            "-D",
            f"SourceDir=../{tree.name}",
            "-D",
            f"Version={version}",
            "-D",
            "Win64=yes",
        ]
        made = ["-o", str(installer.resolve()), SOURCE.name, "program.wxs"]
        subprocess.run(["wixl", "-a", "x64", *named, *made], cwd=here, check=True)
        (here / "_ForceCodepage.idt").write_bytes(b"\r\n\r\n65001\t_ForceCodepage\r\n")
        subprocess.run(["msibuild", installer, "-i", here / "_ForceCodepage.idt"], check=True)
    subprocess.run(["msibuild", installer, "-s", "Listningsluckan", "Listningsluckan", "x64;1033", package], check=True)
    for query in (*TABLES, *ROWS):
        subprocess.run(["msibuild", installer, "-q", _filled(query, version)], check=True)
    return installer


def _filled(query: str, version: str) -> str:
    """The query with this package's own values."""
    return query.replace("{identity}", f"{{{IDENTITY}}}".upper()).replace("{version}", version)


def _codes(tree: Path, files: list[str], version: str) -> tuple[str, str]:
    """Product code and package code: the same for the same program, version and description, and for no other."""
    content = hashlib.sha256(version.encode() + SOURCE.read_bytes() + repr(ROWS).encode())
    for file in files:
        content.update(file.encode() + b"\0" + (tree / file).read_bytes())
    codes = (uuid.uuid5(IDENTITY, f"{kind} {content.hexdigest()}") for kind in ("product", "package"))
    product, package = (f"{{{str(code).upper()}}}" for code in codes)
    return product, package


def write_version_file(target: Path, version: str) -> None:
    """Write PyInstaller's version file: what Windows shows under an executable's properties."""
    numbers = ", ".join([*version.split("."), "0"])
    strings = {
        "CompanyName": "Listningsluckan",
        "FileDescription": "Listningsluckan",
        "FileVersion": version,
        "InternalName": "listningsluckan",
        "LegalCopyright": "Apache-2.0",
        "OriginalFilename": "listningsluckan.exe",
        "ProductName": "Listningsluckan",
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    # Language and code page: neutral, Unicode.
    text = f"""\
VSVersionInfo(
  ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers}), mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("000004B0", [{table}])]),
    VarFileInfo([VarStruct("Translation", [0, 1200])]),
  ],
)
"""
    target.write_text(text, encoding="utf-8")
