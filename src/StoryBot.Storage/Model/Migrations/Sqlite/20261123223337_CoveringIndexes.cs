using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StoryBot.Storage.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoveringIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Citations_Story_Record_AnswerId",
                table: "Citations");

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Citations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""UPDATE "Citations" SET "Place" = (SELECT answer."Place" FROM "Answers" AS answer WHERE answer."Id" = "AnswerId")""");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_Story_Record_Hash_Place_AnswerId",
                table: "Citations",
                columns: new[] { "Story", "Record", "Hash", "Place", "AnswerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_Platform_Workspace_Channel_At",
                table: "Answers",
                columns: new[] { "Platform", "Workspace", "Channel", "At" },
                filter: "\"AskedWords\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Citations_Story_Record_Hash_Place_AnswerId",
                table: "Citations");

            migrationBuilder.DropIndex(
                name: "IX_Answers_Platform_Workspace_Channel_At",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Citations");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_Story_Record_AnswerId",
                table: "Citations",
                columns: new[] { "Story", "Record", "AnswerId" });
        }
    }
}
