import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('members')
export class Member {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column()
  displayName!: string;

  @Column({ nullable: true })
  city?: string;

  @Column({ default: false })
  moderator!: boolean;

  @Column({ type: 'int', default: 0 })
  creditCents!: number;
}
