from pathlib import Path

import click

from .vault import Vault


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("--keep/--remove", default=True, help="Keep the plain files.")
def main(folder, keep):
    vault = Vault()
    for export in sorted(Path(folder).glob("*.csv")):
        target = vault.seal_file(export)
        click.echo(target.name)
        if not keep:
            export.unlink()
    click.echo("%d files" % vault.sealed)


if __name__ == "__main__":
    main()
